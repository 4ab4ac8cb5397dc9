// Limn: Open Studio — the panel with prompt, preview and results.
import type { Command } from './command.ts';

export const openStudio: Command = {
	id: 'limn.openStudio',
	async run({ studio }) {
		studio.open();
		return { outcome: 'done' };
	},
};
