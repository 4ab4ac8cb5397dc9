// From the size that a reference asks for to the size to draw at and the size of the file.
import { longestFit, type Fit } from '../protocol/recipe.ts';
import type { Asked } from './reference.ts';

/** What a model is drawn at best, in pixels. */
export interface Own {
	readonly width: number;
	readonly height: number;
}

/** A network draws nothing sensible in shapes far from those it was trained on: what is longer is cropped. */
const longestShape = 2;

/** The sides to draw at: the model's own area in the asked shape, in multiples of 8. */
export function drawnSize(asked: Asked, own: Own): Own {
	const fit = fileSize(asked, own);
	if (!fit) return { width: own.width, height: own.height };
	const shape = Math.min(longestShape, Math.max(1 / longestShape, fit.width / fit.height));
	const area = own.width * own.height;
	const side = (pixels: number) => Math.max(16, Math.round(pixels / 8) * 8);
	return { width: side(Math.sqrt(area * shape)), height: side(Math.sqrt(area / shape)) };
}

/** The size of the file: as asked, an open side in the model's shape; nothing where nothing is asked. */
export function fileSize({ width, height }: Asked, own: Own): Fit | undefined {
	if (!width && !height) return undefined;
	const shape = width && height ? width / height : own.width / own.height;
	const [wide, high] = [width || height! * shape, height || width! / shape];
	const scale = Math.min(1, longestFit / wide, longestFit / high);
	const side = (pixels: number) => Math.max(1, Math.round(pixels * scale));
	return { width: side(wide), height: side(high) };
}
