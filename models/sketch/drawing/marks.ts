/** The marks a subject is made of: a shape as SVG and how it is painted; numbers are units of a 128-unit page. */

/**
 * How a mark is painted.
 * `body` is a solid part with a rim; `surface` lies on a body without a rim of its own; `detail` is a small feature that
 * every style must show, such as an eye; `shine` is light on a surface, which some styles leave out; `line` is a stroke
 * with a rim around it and nothing inside.
 */
export type Paint =
	| { kind: 'body'; fill: string; rim: string }
	| { kind: 'surface' | 'detail' | 'shine'; fill: string }
	| { kind: 'line'; fill: string; rim: string; width: number };

/** A mark: an SVG element's name and geometry, without its colours. */
export type Mark = { shape: string; paint: Paint };

/** Paints a solid part with a rim. */
export function body(fill: string, rim: string): Paint {
	return { kind: 'body', fill, rim };
}

/** Paints what lies on a body: a stripe, a label, a window. */
export function surface(fill: string): Paint {
	return { kind: 'surface', fill };
}

/** Paints a small feature that must be seen in every style: an eye, a button, a hole. */
export function detail(fill: string): Paint {
	return { kind: 'detail', fill };
}

/** Paints light on a surface. */
export function shine(fill: string): Paint {
	return { kind: 'shine', fill };
}

/** Paints a stroke `width` units wide with a rim around it. */
export function stroke(fill: string, rim: string, width: number): Paint {
	return { kind: 'line', fill, rim, width };
}

export function path(data: string, paint: Paint): Mark {
	return { shape: `path d="${data}"`, paint };
}

export function polygon(points: readonly Point[], paint: Paint): Mark {
	return path(`M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`, paint);
}

/** Joins points by straight strokes; for paints of kind `line`. */
export function polyline(points: readonly Point[], paint: Paint): Mark {
	return path(`M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}`, paint);
}

export function circle(x: number, y: number, radius: number, paint: Paint): Mark {
	return { shape: `circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"`, paint };
}

export function ellipse(x: number, y: number, across: number, down: number, paint: Paint): Mark {
	return { shape: `ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(across)}" ry="${short(down)}"`, paint };
}

/** A rectangle by its top left corner; `round` is the radius of its corners. */
export function box(x: number, y: number, width: number, height: number, round: number, paint: Paint): Mark {
	const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
	return { shape: `rect ${place} rx="${short(round)}"`, paint };
}

export type Point = readonly [x: number, y: number];

/** Gives points on a circle, from the top and clockwise, their radii taken in turn from a list. */
export function around(count: number, radii: readonly number[]): Point[] {
	return Array.from({ length: count }, (_, index) => {
		const angle = (index * 2 * Math.PI) / count - Math.PI / 2;
		const radius = radii[index % radii.length] as number;
		return [radius * Math.cos(angle), radius * Math.sin(angle)];
	});
}

/** Moves, turns (degrees) and scales marks as one. */
export function placed(marks: readonly Mark[], x: number, y: number, turn: number, scale: number): Mark[] {
	const move = `translate(${short(x)} ${short(y)}) rotate(${short(turn)}) scale(${scale.toFixed(3)})`;
	return marks.map(({ shape, paint }) => {
		const inner = / transform="([^"]*)"$/.exec(shape);
		const bare = inner ? shape.slice(0, inner.index) : shape;
		return { shape: `${bare} transform="${inner ? `${move} ${inner[1]}` : move}"`, paint };
	});
}

/** Mirrors marks left to right. */
export function mirrored(marks: readonly Mark[]): Mark[] {
	return marks.map(({ shape, paint }) => {
		const inner = / transform="([^"]*)"$/.exec(shape);
		const bare = inner ? shape.slice(0, inner.index) : shape;
		return { shape: `${bare} transform="scale(-1 1)${inner ? ` ${inner[1]}` : ''}"`, paint };
	});
}

/** Writes a number with one decimal, so that files stay small and equal everywhere. */
export function short(value: number): string {
	return String(Math.round(value * 10) / 10);
}
