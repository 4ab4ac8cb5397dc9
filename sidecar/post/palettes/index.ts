// Palette files: the readers by ending.
import { fail } from '../../protocol/failure.ts';
import { readRgba } from '../../pictures/rgba.ts';
import { hexOf, type Rgb } from '../rgba.ts';
import { readAct } from './act.ts';
import { readAse } from './ase.ts';
import { readGpl } from './gpl.ts';
import { readHex } from './hex.ts';
import { readPal } from './pal.ts';

/** The colours of a palette file; undefined where it is none. */
export type PaletteReader = (bytes: Uint8Array) => readonly Rgb[] | undefined;

const readers: Readonly<Record<string, PaletteReader>> = {
	gpl: readGpl,
	hex: readHex,
	pal: readPal,
	act: readAct,
	ase: readAse,
};

/** Bytes of the largest palette file that is read. */
export const largestPalette = 4 << 20;
/** The most colours of a palette. */
export const mostColours = 256;

/** The different colours of a file in their order. Throws `badRecipe` when it is no palette, `badPicture` when a PNG is none. */
export async function readPalette(path: string, bytes: Uint8Array): Promise<readonly Rgb[]> {
	const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
	const colours = ending === 'png' ? await coloursOfPicture(path, bytes) : readers[ending]?.(bytes);
	const different = [...new Map((colours ?? []).map(colour => [hexOf(colour), colour])).values()];
	if (different.length > 0 && different.length <= mostColours) return different;
	const kinds = [...Object.keys(readers), 'png'].map(kind => `.${kind}`).join(' ');
	const why = `${path} has ${different.length} colours; a palette is a ${kinds} file of 1 to ${mostColours}`;
	throw fail({ kind: 'badRecipe', field: 'palette', why });
}

/** Its visible pixels' colours. */
async function coloursOfPicture(path: string, bytes: Uint8Array): Promise<Rgb[]> {
	const { data } = await readRgba(path, bytes);
	const seen = new Map<number, Rgb>();
	for (let at = 0; at < data.length && seen.size <= mostColours; at += 4) {
		if (data[at + 3] > 0)
			seen.set((data[at] << 16) | (data[at + 1] << 8) | data[at + 2], [data[at], data[at + 1], data[at + 2]]);
	}
	return [...seen.values()];
}
