// Gives a picture an exact size.
import { z } from 'zod';
import { resampled } from '../../pictures/resample.ts';
import { fail } from '../../protocol/failure.ts';
import { anchors, anchorNames, type Anchor } from '../anchors.ts';
import { cut, painted, type Rgba } from '../rgba.ts';
import { reshaped, Side, step } from '../step.ts';

export const size = step({
	name: 'size',
	summary: 'gives the picture an exact size',
	options: z.strictObject({
		width: Side,
		height: Side,
		fit: z.enum(['contain', 'cover', 'stretch']).default('contain').meta({
			description: 'contain: all of it, on transparent; cover: no transparent border, cut; stretch: its shape changes.',
		}),
		resample: z
			.enum(['smooth', 'nearest', 'pixel'])
			.default('smooth')
			.meta({ description: 'smooth: Lanczos; nearest: hard pixels; pixel: hard pixels, each as large as the others.' }),
		at: z.enum(anchorNames).default('centre').meta({ description: 'Where the picture lies, or what of it stays.' }),
	}),
	async act(work, { width, height, fit, resample, at }) {
		const inner = innerSize(work.picture, { width, height }, fit, resample === 'pixel');
		const scale = resample === 'smooth' ? resampled : nearest;
		return reshaped(work, inFrame(await scale(work.picture, inner.width, inner.height), width, height, at));
	},
});

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Hard pixels: each takes the one that its middle falls on. */
export function nearest({ data, width, height }: Rgba, toWidth: number, toHeight: number): Rgba {
	return painted(toWidth, toHeight, (to, at, x, y) => {
		const [column, row] = [Math.floor(((x + 0.5) * width) / toWidth), Math.floor(((y + 0.5) * height) / toHeight)];
		const from = (row * width + column) * 4;
		to.set(data.subarray(from, from + 4), at);
	});
}

/** The size that the picture itself gets within the wished one. Throws `badRecipe` where pixels cannot stay whole. */
function innerSize(picture: Size, wished: Size, fit: 'contain' | 'cover' | 'stretch', whole: boolean): Size {
	if (fit === 'stretch' && !whole) return wished;
	const ratios = [wished.width / picture.width, wished.height / picture.height];
	const ratio = fit === 'cover' ? Math.max(...ratios) : Math.min(...ratios);
	const factor = whole ? (fit === 'cover' ? Math.ceil(ratio) : Math.floor(ratio)) : ratio;
	if (factor === 0) {
		const why = `would make pixels of ${picture.width}x${picture.height} smaller than one; use pixel-art first`;
		throw fail({ kind: 'badRecipe', field: 'size', why });
	}
	return {
		width: Math.max(1, Math.round(picture.width * factor)),
		height: Math.max(1, Math.round(picture.height * factor)),
	};
}

/** The picture in a frame, cut or on transparent pixels. */
export function inFrame(picture: Rgba, width: number, height: number, at: Anchor): Rgba {
	const { x, y } = anchors[at];
	const left = Math.floor((width - picture.width) * x);
	const top = Math.floor((height - picture.height) * y);
	return cut(picture, -left, -top, width, height);
}
