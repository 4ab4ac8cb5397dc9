// Pixel art's outlines, cleaned: no lone pixels, and no corners where a line one pixel wide turns.
import type { Rgba } from './rgba.ts';

export function cleanOutlines(picture: Rgba): Rgba {
	return withoutCorners(withoutLonePixels(picture));
}

/** Clears visible pixels that touch no other, not even at a corner. */
function withoutLonePixels(picture: Rgba): Rgba {
	const look = looking(picture);
	return cleared(picture, (x, y) => !around.some(([dx, dy]) => look.visible(x + dx, y + dy)));
}

/**
 * Clears the outer corner of a line that turns: a pixel with one neighbour of its colour beside it and one above or
 * below, transparent on the two other sides, where the line goes on at a slant without it.
 */
function withoutCorners(picture: Rgba): Rgba {
	const look = looking(picture);
	return cleared(picture, (x, y) =>
		corners.some(
			([dx, dy]) =>
				look.same(x, y, x + dx, y) &&
				look.same(x, y, x, y + dy) &&
				!look.visible(x - dx, y) &&
				!look.visible(x, y - dy) &&
				!look.visible(x - dx, y - dy) &&
				!look.same(x, y, x + dx, y + dy) &&
				// A frame's corner stays: both arms go on straight there.
				!(look.same(x, y, x + 2 * dx, y) && look.same(x, y, x, y + 2 * dy)),
		),
	);
}

const corners = [-1, 1].flatMap(dy => [-1, 1].map(dx => [dx, dy] as const));
const around = [-1, 0, 1]
	.flatMap(dy => [-1, 0, 1].map(dx => [dx, dy] as const))
	.filter(([dx, dy]) => dx !== 0 || dy !== 0);

function looking({ data, width, height }: Rgba) {
	const inside = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height;
	const at = (x: number, y: number) => (y * width + x) * 4;
	const visible = (x: number, y: number) => inside(x, y) && data[at(x, y) + 3] > 0;
	const same = (x: number, y: number, otherX: number, otherY: number) =>
		visible(otherX, otherY) && [0, 1, 2].every(c => data[at(x, y) + c] === data[at(otherX, otherY) + c]);
	return { visible, same };
}

function cleared(picture: Rgba, goes: (x: number, y: number) => boolean): Rgba {
	const data = Uint8Array.from(picture.data);
	for (let at = 0; at < picture.width * picture.height; at++) {
		const gone = picture.data[at * 4 + 3] > 0 && goes(at % picture.width, Math.floor(at / picture.width));
		if (gone) data.fill(0, at * 4, at * 4 + 4);
	}
	return { ...picture, data };
}
