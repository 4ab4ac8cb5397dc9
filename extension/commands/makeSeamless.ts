// Limn: Make Seamless — lets pictures repeat without a seam, in new files beside them.
import { picturesIn } from '../pictures/given.ts';
import { ownFormat, workOn } from '../pictures/steps.ts';
import type { Command } from './command.ts';

export const makeSeamless: Command = {
	id: 'limn.makeSeamless',
	async run(limn, given, selected) {
		const pictures = await picturesIn(given, selected);
		return workOn(limn, pictures, ({ path }) => ({
			steps: ['seamless'],
			suffix: 'seamless',
			format: ownFormat(path),
		}));
	},
};
