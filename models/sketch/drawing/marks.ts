/** The marks a subject is made of, as SVG elements; numbers are units of a 128-unit page. */

/** How a mark is painted: its fill, the colour of its outline, the width of that outline. */
export type Paint = { fill: string; rim: string; width: number };

/** The fill that names the gradient of the subject's own ink (see `scene.ts`). */
export const body = 'url(#body)';

/** Paints without an outline. */
export function plain(fill: string): Paint {
	return { fill, rim: 'none', width: 0 };
}

/** Paints with the outline every body has. */
export function outlined(fill: string, rim: string): Paint {
	return { fill, rim, width: 3.5 };
}

export function path(data: string, paint: Paint): string {
	return `<path d="${data}"${attributes(paint)}/>`;
}

export function polygon(points: readonly Point[], paint: Paint): string {
	return path(`M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`, paint);
}

export function circle(x: number, y: number, radius: number, paint: Paint): string {
	return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"${attributes(paint)}/>`;
}

export function ellipse(x: number, y: number, across: number, down: number, paint: Paint): string {
	return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(across)}" ry="${short(down)}"${attributes(paint)}/>`;
}

export function box(x: number, y: number, width: number, height: number, round: number, paint: Paint): string {
	const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
	return `<rect ${place} rx="${short(round)}"${attributes(paint)}/>`;
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

/** Writes a number with one decimal, so that files stay small and equal everywhere. */
export function short(value: number): string {
	return String(Math.round(value * 10) / 10);
}

function attributes({ fill, rim, width }: Paint): string {
	const stroke = width > 0 ? ` stroke="${rim}" stroke-width="${width}" stroke-linejoin="round"` : '';
	return ` fill="${fill}"${stroke}`;
}
