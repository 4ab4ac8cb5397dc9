/** Parts that nouns of several lists share, such as eyes, wheels and leaves, and the outlines of such parts. */
import { leaf, leafRim, night, steel, type Ink } from '../inks.ts';
import {
	around,
	body,
	circle,
	detail,
	mirrored,
	path,
	placed,
	polygon,
	short,
	type Mark,
	type Paint,
	type Point,
} from '../marks.ts';
import { seen, tyre } from './paints.ts';

/** Gives marks and their mirror images. */
export function both(...marks: Mark[]): Mark[] {
	return [...marks, ...mirrored(marks)];
}

/** Draws two eyes as far to the right and to the left. */
export function eyes(ink: Ink, x: number, y: number, radius: number): Mark[] {
	return both(circle(x, y, radius, detail(seen(ink))));
}

/** Draws a wheel with its tyre and hub. */
export function wheel(x: number, y: number, radius: number, ink: Ink): Mark[] {
	return [
		circle(x, y, radius, body(tyre(ink), ink.name === 'black' ? ink.rim : night)),
		circle(x, y, radius * 0.42, detail(steel)),
	];
}

/** Draws an upright opening with a round top, by the middle of its foot. */
export function arch(x: number, foot: number, half: number, high: number, paint: Paint): Mark {
	const round = `A${short(half)} ${short(half)} 0 0 1 ${short(x + half)} ${short(foot - high + half)}`;
	return path(`M${short(x - half)} ${short(foot)}V${short(foot - high + half)}${round}V${short(foot)}Z`, paint);
}

/** Draws a green leaf that grows from a point; at turn 0 it points to the right. */
export function blade(x: number, y: number, turn: number, length: number, width: number): Mark[] {
	return tipped(x, y, turn, length, width, body(leaf, leafRim));
}

/** Draws a pointed oval that grows from a point; at turn 0 it points to the right. */
export function tipped(x: number, y: number, turn: number, length: number, width: number, paint: Paint): Mark[] {
	const [half, tip] = [short(length / 2), short(length)];
	return placed([path(`M0 0 Q${half} -${width} ${tip} 0 Q${half} ${width} 0 0 Z`, paint)], x, y, turn, 1);
}

/** Draws the green star on top of a fruit, seen flattened. */
export function calyx(x: number, y: number, radius: number, flat: number): Mark {
	const star = around(10, [radius, radius * 0.35]).map(([across, down]): Point => [x - across, y - down * flat]);
	return polygon(star, body(leaf, leafRim));
}

/** Draws a curved line that is thickest in its middle; its bend is a control point. */
export function crease([x, y]: Point, [bendX, bendY]: Point, [endX, endY]: Point, width: number, fill: string): Mark {
	const length = Math.hypot(endX - x, endY - y);
	const [across, down] = [((y - endY) / length) * width, ((endX - x) / length) * width];
	const out = `Q${short(bendX + across)} ${short(bendY + down)} ${short(endX)} ${short(endY)}`;
	const back = `Q${short(bendX - across)} ${short(bendY - down)} ${short(x)} ${short(y)}`;
	return path(`M${short(x)} ${short(y)} ${out} ${back} Z`, detail(fill));
}

/** Draws an oval of curls. */
export function curly(count: number, x: number, y: number, across: number, down: number, paint: Paint): Mark {
	const edge = around(count, [1]).map(([right, low]): Point => [x + right * across, y + low * down]);
	const curl = short((1.1 * Math.PI * (across + down)) / 2 / count);
	const [start, ...others] = closed(edge).map(([right, low]) => `${short(right)} ${short(low)}`);
	return path(`M${start} ${others.map(end => `A${curl} ${curl} 0 0 1 ${end}`).join(' ')} Z`, paint);
}

/** Gives an outline of round bumps, clockwise through points; `swell` is a bump's radius over the way it spans. */
export function bumpy(through: readonly Point[], swell: number): string {
	const bumps = through.slice(1).map(([x, y], at) => {
		const [lastX, lastY] = through[at] as Point;
		const radius = short(Math.hypot(x - lastX, y - lastY) * swell);
		return `A${radius} ${radius} 0 0 1 ${short(x)} ${short(y)}`;
	});
	const [x, y] = through[0] as Point;
	return `M${short(x)} ${short(y)} ${bumps.join(' ')} Z`;
}

/** Gives points with the first once more at the end. */
export function closed(open: readonly Point[]): Point[] {
	return [...open, ...open.slice(0, 1)];
}

/** Gives points from their numbers, x and y in turn. */
export function points(numbers: readonly number[]): Point[] {
	return numbers.flatMap((x, at): Point[] => (at % 2 ? [] : [[x, numbers[at + 1] as number]]));
}
