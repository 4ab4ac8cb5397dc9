/** What every style file gives: a way to paint the same marks. */
import type { Ink } from '../inks.ts';
import type { Mark } from '../marks.ts';
import type { Random } from '../random.ts';

/** What a style may need to know of the picture: the subject's ink, the sheet's colour, chance. */
export type Light = { ink: Ink; sheet: string; random: Random };

export type Style = {
	name: string;
	/** How captions ask for it: complete phrases such as `pixel art`. */
	phrases: readonly string[];
	/** SVG definitions that the painted marks refer to. */
	definitions: (ink: Ink) => string;
	/** Marks, back to front, as SVG. */
	paint: (marks: readonly Mark[], light: Light) => string;
	/** The side of the grid in which the picture is made, where a style has one. */
	grid?: number;
};

/** Writes one SVG element of a mark with these attributes. */
export function element(mark: Mark, attributes: string): string {
	return `<${mark.shape} ${attributes}/>`;
}

/** Strokes a line twice, so that the first stroke is seen as its rim. */
export function rimmedLine(mark: Mark, fill: string, rim: string, width: number, edge: number): string {
	const round = 'fill="none" stroke-linecap="round" stroke-linejoin="round"';
	const outer = edge > 0 ? element(mark, `${round} stroke="${rim}" stroke-width="${width + 2 * edge}"`) : '';
	return outer + element(mark, `${round} stroke="${fill}" stroke-width="${width}"`);
}
