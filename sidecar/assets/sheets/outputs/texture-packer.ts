// TexturePacker's JSON, as Pixi, Phaser, Cocos and many others read it: a file for each page.
import type { Frame, Page } from '../page.ts';
import { baseOf, json, sheetOutput, stemOf } from './output.ts';

export const texturePackerHash = sheetOutput({
	name: 'texturepacker-hash',
	summary: 'TexturePacker JSON, frames by name (NAME.json)',
	write: pages =>
		pages.map(page => ({
			path: `${stemOf(page.image)}.json`,
			text: json({
				frames: Object.fromEntries(page.frames.map(frame => [frame.name, frameData(frame)])),
				meta: meta(page),
			}),
		})),
});

export const texturePackerArray = sheetOutput({
	name: 'texturepacker-array',
	summary: 'TexturePacker JSON, a list of frames (NAME.array.json)',
	write: pages =>
		pages.map(page => ({
			path: `${stemOf(page.image)}.array.json`,
			text: json({ frames: framesOf(page), meta: meta(page) }),
		})),
});

/** Frames with their names inside. */
export function framesOf({ frames }: Page): object[] {
	return frames.map(frame => ({ filename: frame.name, ...frameData(frame) }));
}

export const app = 'Limn';

function frameData({ x, y, width: w, height: h, whole, pivot, slices }: Frame): object {
	return {
		frame: { x, y, w, h },
		rotated: false,
		trimmed: w !== whole.width || h !== whole.height,
		spriteSourceSize: { x: whole.left, y: whole.top, w, h },
		sourceSize: { w: whole.width, h: whole.height },
		pivot,
		...(slices
			? {
					scale9Borders: {
						...{ x: slices.left, y: slices.top },
						w: whole.width - slices.left - slices.right,
						h: whole.height - slices.top - slices.bottom,
					},
				}
			: {}),
	};
}

function meta({ image, width: w, height: h }: Page): object {
	return { app, version: '1.0', image: baseOf(image), format: 'RGBA8888', size: { w, h }, scale: '1' };
}
