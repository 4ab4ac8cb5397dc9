// A picture on a larger canvas, and the mask that says which part of the canvas is new.
import { fail } from '../protocol/failure.ts';
import { mostPixels, openUntrusted, sharp } from './sharp.ts';

/** Pixels to add at each side. */
export interface Margins {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** PNG files of one size. */
export interface Canvas {
	readonly picture: Uint8Array;
	/** White where the canvas is new. */
	readonly mask: Uint8Array;
	readonly width: number;
	readonly height: number;
}

/** Sides of a canvas are multiples of this, as a recipe's must be; what is missing is added at the right and below. */
const grid = 8;

/**
 * Extends a picture, mirrored at its edges, so that the new part begins from colours that belong there. The same picture and
 * margins give the same bytes: nothing is compressed, so no library's version shows. Throws `badRecipe` beyond what can be
 * read again, and whatever a damaged picture throws.
 */
export async function outpainted(bytes: Uint8Array, margins: Margins): Promise<Canvas> {
	const source = (await openUntrusted(bytes)).autoOrient().flatten({ background: 'white' }).toColourspace('srgb');
	const { data, info } = await source.removeAlpha().raw().toBuffer({ resolveWithObject: true });
	const { width: innerWidth, height: innerHeight } = info;
	const width = Math.ceil((innerWidth + margins.left + margins.right) / grid) * grid;
	const height = Math.ceil((innerHeight + margins.top + margins.bottom) / grid) * grid;
	if (width * height > mostPixels) throw tooLarge(width, height);
	const right = width - innerWidth - margins.left;
	const bottom = height - innerHeight - margins.top;
	const raw = { raw: { width: innerWidth, height: innerHeight, channels: 3 as const } };
	const { left, top } = margins;
	const open = await sharp();
	const picture = open(data, raw).extend({ left, right, top, bottom, extendWith: 'mirror' });
	const mask = new Uint8Array(width * height).fill(255);
	for (let y = top; y < top + innerHeight; y++) mask.fill(0, y * width + left, y * width + left + innerWidth);
	return {
		picture: await uncompressed(picture),
		mask: await uncompressed(open(mask, { raw: { width, height, channels: 1 } })),
		...{ width, height },
	};
}

type Open = ReturnType<Awaited<ReturnType<typeof sharp>>>;

async function uncompressed(picture: Open): Promise<Uint8Array> {
	return Uint8Array.from(await picture.png({ compressionLevel: 0, adaptiveFiltering: false }).toBuffer());
}

const tooLarge = (width: number, height: number) =>
	fail({
		kind: 'badRecipe',
		field: 'outpaint',
		why: `option makes a canvas of ${width} × ${height} pixels; ${mostPixels.toLocaleString('en')} pixels are the most`,
	});
