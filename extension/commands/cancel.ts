// Limn: Cancel — stops every running job; pressed again while one still runs, it ends the process.
import type { Command } from './command.ts';

export const cancel: Command = {
	id: 'limn.cancel',
	async run({ engine }) {
		await engine.cancel();
		return { outcome: 'done' };
	},
};
