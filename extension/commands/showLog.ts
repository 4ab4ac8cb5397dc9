// Limn: Show Log — what the sidecar and the native libraries in it said.
import type { Command } from './command.ts';

export const showLog: Command = {
	id: 'limn.showLog',
	async run({ log }) {
		log.show(true);
		return { outcome: 'done' };
	},
};
