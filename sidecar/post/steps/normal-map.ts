// Reads a picture as heights, and gives the directions in which its surface looks.
import { z } from 'zod';
import { modulo, painted, toByte, type Rgba } from '../rgba.ts';
import { repainted, step } from '../step.ts';

export const normalMap = step({
	name: 'normal-map',
	summary: 'reads the picture as heights and gives their normal map',
	options: z.strictObject({
		height: z
			.enum(['light', 'alpha'])
			.default('light')
			.meta({ description: 'What is high: light colours, or what is opaque.' }),
		strength: z.number().min(0.01).max(100).default(2),
		wrap: z.boolean().default(false).meta({ description: 'The picture repeats: its borders are neighbours.' }),
		green: z
			.enum(['up', 'down'])
			.default('up')
			.meta({ description: 'up: OpenGL, Godot, Unity; down: DirectX, Unreal.' }),
	}),
	act(work, { height, strength, wrap, green }) {
		return repainted(work, normals(work.picture, height, { strength, wrap, upwards: green === 'up' }));
	},
});

/** Slopes by Sobel's two filters, as a direction of length 1: red to the right, green up (or down), blue to the eye. */
function normals(
	picture: Rgba,
	height: 'light' | 'alpha',
	{ strength, wrap, upwards }: { readonly strength: number; readonly wrap: boolean; readonly upwards: boolean },
): Rgba {
	const { width, height: rows, data } = picture;
	const heights = heightsOf(picture, height);
	const within = (place: number, length: number) =>
		wrap ? modulo(place, length) : Math.min(length - 1, Math.max(0, place));
	return painted(width, rows, (to, at, x, y) => {
		const h = (dx: number, dy: number) => heights[within(y + dy, rows) * width + within(x + dx, width)];
		const right = (h(1, -1) + 2 * h(1, 0) + h(1, 1) - h(-1, -1) - 2 * h(-1, 0) - h(-1, 1)) * strength;
		const down = (h(-1, 1) + 2 * h(0, 1) + h(1, 1) - h(-1, -1) - 2 * h(0, -1) - h(1, -1)) * strength;
		const length = Math.hypot(right, down, 1);
		const direction = [-right / length, (upwards ? down : -down) / length, 1 / length];
		to.set([...direction.map(value => toByte((value + 1) * 127.5)), data[at + 3]], at);
	});
}

/** 0 to 1; light by Rec. 709. */
function heightsOf({ data }: Rgba, height: 'light' | 'alpha'): Float32Array {
	return Float32Array.from({ length: data.length / 4 }, (_, place) => {
		const at = place * 4;
		if (height === 'alpha') return data[at + 3] / 255;
		return (0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2]) / 255;
	});
}
