// A picture file from anywhere → pixels to start from, or the recipe it carries. Nothing in it is believed.
import type { Sharp } from 'sharp';
import type { Pixels, StartPixels } from '../../models/family.ts';
import { fail, FailureError } from '../protocol/failure.ts';
import type { Recipe } from '../protocol/recipe.ts';
import { readInfotext, type Infotext } from './a1111.ts';
import { textsOfExif } from './exif.ts';
import { outpainted, type Canvas, type Margins } from './outpaint.ts';
import { pixelsOf } from './pixels.ts';
import { isPng, texts } from './png.ts';
import { mostPixels, openUntrusted } from './sharp.ts';
import { readStamp, type Stamp } from './stamp.ts';
import { tools } from './tools/index.ts';
import type { Imported, Said } from './tools/tool.ts';
import { recipeOfXmp } from './xmp.ts';

/** Bytes of the largest file that is opened. */
export const largestFile = 64 << 20;
/** Characters of the longest text that is read from a file: many times the longest recipe. */
const longestText = 1 << 20;

/** The picture as a network takes it to start from. */
export async function readStart(path: string, bytes: Uint8Array, width: number, height: number): Promise<Pixels> {
	return await pixelsOf(await readRgb(path, bytes, width, height), width, height);
}

/** RGB bytes of the picture: upright, on white, scaled to cover `width` × `height` and cut at the centre. */
export async function readRgb(path: string, bytes: Uint8Array, width: number, height: number): Promise<Uint8Array> {
	return await openPicture(path, bytes, async picture => {
		const { data } = await picture
			.autoOrient()
			.flatten({ background: 'white' })
			.resize(width, height, { fit: 'cover', position: 'centre' })
			.toColourspace('srgb')
			.removeAlpha()
			.raw()
			.toBuffer({ resolveWithObject: true });
		return data;
	});
}

/** The picture that a recipe starts from, and its mask, at the recipe's size. */
export async function readBeginning(
	picture: Uint8Array,
	mask: Uint8Array | undefined,
	{ width, height, start }: Recipe,
): Promise<StartPixels> {
	const pixels = await readStart('The start picture', picture, width, height);
	if (!mask) return pixels;
	return { ...pixels, mask: await readMask('The mask', mask, { width, height, blur: start?.maskBlur ?? 0 }) };
}

/** The picture on a canvas that is larger by `margins`. */
export async function readCanvas(path: string, bytes: Uint8Array, margins: Margins): Promise<Canvas> {
	refuseLarge(path, bytes);
	try {
		return await outpainted(bytes, margins);
	} catch (error) {
		throw error instanceof FailureError ? error : badPicture(path, error);
	}
}

interface MaskShape {
	readonly width: number;
	readonly height: number;
	/** Pixels: the standard deviation of the softened edge. */
	readonly blur: number;
}

/** A mask from 0 (black, or see-through) to 1 (white), scaled and cut as the picture it belongs to. */
export async function readMask(
	path: string,
	bytes: Uint8Array,
	{ width, height, blur }: MaskShape,
): Promise<Float32Array> {
	return await openPicture(path, bytes, async picture => {
		const grey = picture
			.autoOrient()
			.flatten({ background: 'black' })
			.resize(width, height, { fit: 'cover', position: 'centre' })
			.greyscale();
		// Less than a third of a pixel is no blur that the picture library knows.
		const soft = blur < 0.3 ? grey : grey.blur({ sigma: blur, precision: 'float', minAmplitude: 0.01 });
		const { data } = await soft.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
		return Float32Array.from(data, value => value / 255);
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
	/** What the tool that made it says, where it is not Limn. */
	readonly imported?: Imported;
	/** As much of a recipe as the file states. */
	readonly recipe?: Partial<Recipe>;
}

/** Reads what a file of any format that Limn writes says of itself. Throws `badPicture`. */
export async function inspect(path: string, bytes: Uint8Array): Promise<Inspected> {
	const { format, width, height, exif, xmp } = await openPicture(path, bytes, picture => picture.metadata());
	const inPng = isPng(bytes) ? texts(bytes) : [];
	const short = (text: string | undefined) => (text && text.length <= longestText ? text : undefined);
	const named = (keyword: string) => short(inPng.find(text => text.keyword === keyword)?.text);
	const inExif = Object.entries(exif ? textsOfExif(exif) : {}).filter(([, text]) => short(text) !== undefined);
	const said: Said = { text: named, exif: Object.fromEntries(inExif) };

	const json = named('limn') ?? short(xmp && recipeOfXmp(new TextDecoder().decode(xmp)));
	const stamp = json === undefined ? undefined : readStamp(json);
	const text = named('parameters') ?? said.exif.comment;
	const infotext = text === undefined || text.startsWith('{') ? undefined : readInfotext(text);
	const imported = stamp ? undefined : importedFrom(said);
	const recipe = stamp?.recipe ?? imported?.recipe;
	return {
		format: format === 'heif' ? 'avif' : format,
		width,
		height,
		...(stamp ? { stamp } : {}),
		...(infotext ? { infotext } : {}),
		...(imported ? { imported } : {}),
		...(recipe ? { recipe } : {}),
	};
}

function importedFrom(said: Said): Imported | undefined {
	for (const tool of tools) {
		const imported = tool.read(said);
		if (imported) return imported;
	}
	return undefined;
}

function refuseLarge(path: string, { length }: Uint8Array): void {
	if (length > largestFile)
		throw fail({ kind: 'badPicture', path, why: 'it is larger than 64 MB, which is the most: make it smaller' });
}

function badPicture(path: string, error: unknown): FailureError {
	const [first] = (error instanceof Error ? error.message : String(error)).split('\n');
	const known = troubles.find(([sign]) => sign.test(first));
	return fail({ kind: 'badPicture', path, why: known?.[1] ?? `it is damaged (${first.replace(/:$/, '')})` });
}

/** What the picture library says, in words for who chose the file. */
const troubles: readonly (readonly [RegExp, string])[] = [
	[/unsupported image format|is empty/, 'it is empty, or of another format'],
	[
		/exceeds pixel limit/,
		`it has more than ${mostPixels.toLocaleString('en')} pixels, which is the most: make it smaller`,
	],
];
