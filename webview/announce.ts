// What a screen reader says when something changes: little, and at the right moment.
import { fraction, placedLabel } from './labels.ts';
import type { ToStudio } from './protocol.ts';
import type { State } from './state.ts';

/** The sentence for a message, if it deserves one; progress is told at each quarter. */
export function announcement(before: State, message: ToStudio): string | undefined {
	switch (message.type) {
		case 'progress': {
			const quarter = Math.floor(fraction(message) * 4);
			const told = before.running ? Math.floor(fraction(before.running) * 4) : -1;
			if (quarter <= told || quarter === 4) return undefined;
			return quarter === 0 ? 'Generating.' : `${quarter * 25} percent.`;
		}
		case 'finished':
			return { done: 'The picture is finished.', cancelled: 'Cancelled.', failed: undefined }[message.outcome];
		case 'placed':
			return `${placedLabel(message)}.`;
		case 'removed':
			return 'Removed.';
		case 'start':
			return message.start ? `Starts from ${message.start.name}.` : 'Starts from nothing.';
		case 'recipe':
			return 'The recipe is filled in.';
		default:
			return undefined;
	}
}
