// Create this picture — draws the missing picture at the cursor, from the words of its reference.
import { create } from '../missing/create.ts';
import { orderIn } from '../missing/order.ts';
import type { Command } from './command.ts';

export const createPicture: Command = {
	id: 'limn.createPicture',
	async run(limn, given) {
		const order = await orderIn(given);
		return create(limn, order, order.prompt ?? order.missing.words);
	},
};
