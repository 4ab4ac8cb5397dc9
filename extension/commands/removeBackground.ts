// Limn: Remove Background — cuts pictures out of their flat backgrounds, into new files beside them.
import { picturesIn } from '../pictures/given.ts';
import { clearFormat, workOn } from '../pictures/steps.ts';
import type { Command } from './command.ts';

export const removeBackground: Command = {
	id: 'limn.removeBackground',
	async run(limn, given, selected) {
		const pictures = await picturesIn(given, selected);
		return workOn(limn, pictures, ({ path }) => ({
			steps: ['cut-out'],
			suffix: 'cut-out',
			format: clearFormat(path),
		}));
	},
};
