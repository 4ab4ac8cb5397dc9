// Sprites → pages: where each one goes.
import { MaxRectsPacker, type IRectangle } from 'maxrects-packer';
import { boundsOf, cut, type Rgba } from '../../post/rgba.ts';
import type { Facts } from '../../post/step.ts';
import { fail } from '../../protocol/failure.ts';
import type { Frame } from './page.ts';
import type { Sheet } from './sheet.ts';

export interface Sprite {
	readonly name: string;
	readonly picture: Rgba;
	readonly facts: Facts;
}

/** A sprite on a page with the pixels that are stored. */
export interface Placed {
	readonly frame: Frame;
	readonly stored: Rgba;
}

export interface PackedPage {
	readonly width: number;
	readonly height: number;
	readonly placed: readonly Placed[];
}

/** Packs every sprite. The same sprites give the same pages. Throws `badRecipe` where one is larger than a page. */
export function pack(sprites: readonly Sprite[], sheet: Sheet): PackedPage[] {
	const cells = sprites.map(sprite => stored(sprite, sheet));
	const large = cells.find(
		({ picture: { width, height } }) => Math.max(width, height) + 2 * sheet.extrude > sheet.most,
	);
	if (large) {
		const why = `of ${sheet.out} is ${sheet.most} pixels, and “${large.name}” is larger`;
		throw fail({ kind: 'badRecipe', field: 'most', why });
	}
	return sheet.layout === 'grid' ? inGrid(cells, sheet) : packed(cells, sheet);
}

interface Cell {
	readonly name: string;
	readonly picture: Rgba;
	readonly rest: Pick<Frame, 'whole' | 'pivot' | 'slices'>;
}

interface Parcel extends IRectangle {
	readonly cell: Cell;
}

function stored({ name, picture, facts }: Sprite, { trim }: Sheet): Cell {
	const { width, height } = picture;
	const found = trim ? boundsOf(picture, 0) : undefined;
	const { left, top, ...size } = found ?? { left: 0, top: 0, width, height };
	const rest = { pivot: facts.pivot ?? { x: 0.5, y: 0.5 }, slices: facts.slices, whole: { width, height, left, top } };
	return { name, picture: found ? cut(picture, left, top, size.width, size.height) : picture, rest };
}

function packed(cells: readonly Cell[], { most, padding, powerOfTwo, extrude }: Sheet): PackedPage[] {
	const packer = new MaxRectsPacker<Parcel>(most, most, padding, { smart: true, pot: powerOfTwo, square: false });
	packer.addArray(
		cells.map(cell => {
			const { width, height } = cell.picture;
			return { x: 0, y: 0, width: width + 2 * extrude, height: height + 2 * extrude, cell };
		}),
	);
	return packer.bins.map(({ width, height, rects }) => ({
		...{ width, height },
		placed: rects.map(({ x, y, cell }) => placed(cell, x + extrude, y + extrude)),
	}));
}

/** Rows of equal cells, as near to a square as they go, filled from the upper left corner. */
function inGrid(cells: readonly Cell[], { most, padding, extrude, powerOfTwo }: Sheet): PackedPage[] {
	const widest = Math.max(...cells.map(({ picture }) => picture.width)) + 2 * extrude;
	const highest = Math.max(...cells.map(({ picture }) => picture.height)) + 2 * extrude;
	const fit = (side: number) => Math.max(1, Math.floor((most + padding) / (side + padding)));
	const columns = Math.min(fit(widest), Math.ceil(Math.sqrt(cells.length)));
	const perPage = columns * fit(highest);
	const pages = Array.from({ length: Math.ceil(cells.length / perPage) }, (_, i) =>
		cells.slice(i * perPage, (i + 1) * perPage),
	);
	const side = (count: number, cell: number) => upTo(count * (cell + padding) - padding, powerOfTwo);
	return pages.map(page => ({
		width: side(columns, widest),
		height: side(Math.ceil(page.length / columns), highest),
		placed: page.map((cell, i) =>
			placed(
				cell,
				(i % columns) * (widest + padding) + extrude,
				Math.floor(i / columns) * (highest + padding) + extrude,
			),
		),
	}));
}

function placed({ name, picture, rest }: Cell, x: number, y: number): Placed {
	return { frame: { name, x, y, width: picture.width, height: picture.height, ...rest }, stored: picture };
}

function upTo(length: number, powerOfTwo: boolean): number {
	return powerOfTwo ? 2 ** Math.ceil(Math.log2(length)) : length;
}
