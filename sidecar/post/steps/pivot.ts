// Names the point that an engine turns and places a sprite by.
import { z } from 'zod';
import { anchors, anchorNames } from '../anchors.ts';
import { boundsOf, type Rgba } from '../rgba.ts';
import { step } from '../step.ts';

const share = z.number().min(0).max(1);

export const pivot = step({
	name: 'pivot',
	summary: 'names the point that an engine turns and places the sprite by',
	options: z.strictObject({
		at: z
			.enum(['mass', ...anchorNames])
			.default('centre')
			.meta({ description: 'A place in the box round what is visible; mass: where the visible pixels balance.' }),
		x: share.optional().meta({ description: 'As a share of the picture’s width; instead of “at”.' }),
		y: share.optional().meta({ description: 'As a share of the picture’s height, from above; instead of “at”.' }),
	}),
	act(work, { at, x, y }) {
		const found = at === 'mass' ? massOf(work.picture) : placeIn(work.picture, anchors[at]);
		return { ...work, facts: { ...work.facts, pivot: { x: x ?? found.x, y: y ?? found.y } } };
	},
});

interface Point {
	readonly x: number;
	readonly y: number;
}

function placeIn(picture: Rgba, { x, y }: Point): Point {
	const { left, top, width, height } = boundsOf(picture, 0) ?? { left: 0, top: 0, ...picture };
	return { x: (left + width * x) / picture.width, y: (top + height * y) / picture.height };
}

function massOf({ data, width, height }: Rgba): Point {
	let [mass, right, down] = [0, 0, 0];
	for (let at = 0; at < width * height; at++) {
		const weight = data[at * 4 + 3];
		mass += weight;
		right += weight * ((at % width) + 0.5);
		down += weight * (Math.floor(at / width) + 0.5);
	}
	return mass === 0 ? anchors.centre : { x: right / mass / width, y: down / mass / height };
}
