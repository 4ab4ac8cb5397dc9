/** What every noun file gives: a thing that can be drawn in any ink, about 88 units across its centre at (0, 0). */
import type { Ink } from '../inks.ts';
import type { Mark } from '../marks.ts';
import type { Random } from '../random.ts';

export type Noun = {
	name: string;
	/** Other words for the same thing. */
	also: readonly string[];
	/** Its word for more than one, where adding an s is wrong. */
	plural?: string;
	/** The colour it has when a caption names none. */
	usual: string;
	draw: (ink: Ink, random: Random) => readonly Mark[];
};
