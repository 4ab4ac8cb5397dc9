// A picture file from anywhere → pixels to start from, or the recipe it carries. Nothing in it is believed.
import type { Sharp } from 'sharp';
import type { Pixels } from '../../models/family.ts';
import { fail, type FailureError } from '../protocol/failure.ts';
import type { Recipe } from '../protocol/recipe.ts';
import { readInfotext, recipeOfInfotext, type Infotext } from './a1111.ts';
import { commentOfExif } from './exif.ts';
import { pixelsOf } from './pixels.ts';
import { isPng, texts } from './png.ts';
import { mostPixels, openUntrusted } from './sharp.ts';
import { readStamp, type Stamp } from './stamp.ts';
import { recipeOfXmp } from './xmp.ts';

/** Bytes of the largest file that is opened. */
export const largestFile = 64 << 20;
/** Characters of the longest text that is read from a file: many times the longest recipe. */
const longestText = 1 << 20;

/** The picture as a network takes it: upright, on white, scaled to cover `width` × `height` and cut at the centre. */
export async function readStart(path: string, bytes: Uint8Array, width: number, height: number): Promise<Pixels> {
	return await openPicture(path, bytes, async picture => {
		const { data } = await picture
			.autoOrient()
			.flatten({ background: 'white' })
			.resize(width, height, { fit: 'cover', position: 'centre' })
			.toColourspace('srgb')
			.removeAlpha()
			.raw()
			.toBuffer({ resolveWithObject: true });
		return await pixelsOf(data, width, height);
	});
}

/** What `read` makes of a stranger's picture. Throws `badPicture` when it is none, or is damaged. */
export async function openPicture<Result>(
	path: string,
	bytes: Uint8Array,
	read: (picture: Sharp) => Promise<Result>,
): Promise<Result> {
	refuseLarge(path, bytes);
	try {
		return await read(await openUntrusted(bytes));
	} catch (error) {
		throw badPicture(path, error);
	}
}

/** What a picture file says of how it was made. */
export interface Inspected {
	readonly format: string;
	readonly width: number;
	readonly height: number;
	/** Limn's own stamp: everything, exactly. */
	readonly stamp?: Stamp;
	/** A1111 text, Limn's or another tool's. */
	readonly infotext?: Infotext;
	/** As much of a recipe as the file states. */
	readonly recipe?: Partial<Recipe>;
}

/** Reads what a file of any format that Limn writes says of itself. Throws `badPicture`. */
export async function inspect(path: string, bytes: Uint8Array): Promise<Inspected> {
	const { format, width, height, exif, xmp } = await openPicture(path, bytes, picture => picture.metadata());
	const inPng = isPng(bytes) ? texts(bytes) : [];
	const named = (keyword: string) => inPng.find(text => text.keyword === keyword)?.text;
	const short = (text: string | undefined) => (text && text.length <= longestText ? text : undefined);
	const json = short(named('limn') ?? (xmp && recipeOfXmp(new TextDecoder().decode(xmp))));
	const stamp = json === undefined ? undefined : readStamp(json);
	const text = short(named('parameters') ?? (exif && commentOfExif(exif)));
	const infotext = text === undefined ? undefined : readInfotext(text);
	const recipe = stamp?.recipe ?? (infotext && infotext.values.size > 0 ? recipeOfInfotext(infotext) : undefined);
	return {
		format: format === 'heif' ? 'avif' : format,
		width,
		height,
		...(stamp ? { stamp } : {}),
		...(infotext ? { infotext } : {}),
		...(recipe ? { recipe } : {}),
	};
}

function refuseLarge(path: string, { length }: Uint8Array): void {
	if (length > largestFile) throw fail({ kind: 'badPicture', path, why: 'it is larger than 64 MB' });
}

function badPicture(path: string, error: unknown): FailureError {
	const [first] = (error instanceof Error ? error.message : String(error)).split('\n');
	const known = troubles.find(([sign]) => sign.test(first));
	return fail({ kind: 'badPicture', path, why: known?.[1] ?? `it is damaged (${first})` });
}

/** What the picture library says, in words for who chose the file. */
const troubles: readonly (readonly [RegExp, string])[] = [
	[/unsupported image format|is empty/, 'it is empty, or of another format'],
	[/exceeds pixel limit/, `it has more than ${(mostPixels / 1e6).toFixed(0)} million pixels`],
];
