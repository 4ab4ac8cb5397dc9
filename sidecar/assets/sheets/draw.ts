// Pages of a sheet → files: the pictures, and the lists for engines.
import { writeRgba } from '../../pictures/write.ts';
import { blank, type Rgba } from '../../post/rgba.ts';
import { sheetOutputs } from './outputs/index.ts';
import { pack, type PackedPage, type Sprite } from './pack.ts';
import type { Page } from './page.ts';
import type { Sheet } from './sheet.ts';

export interface NewFile {
	/** From the manifest's folder, with slashes. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** Everything that a sheet is made of. */
export async function drawSheet(sprites: readonly Sprite[], sheet: Sheet): Promise<NewFile[]> {
	const packed = pack(sprites, sheet);
	const pages = packed.map(({ width, height, placed }, i): Page => {
		const image = i === 0 ? sheet.out : sheet.out.replace(/\.png$/, `-${i}.png`);
		return { image, width, height, frames: placed.map(({ frame }) => frame) };
	});
	const files: NewFile[] = [];
	for (const [i, page] of packed.entries()) {
		files.push({ path: pages[i].image, bytes: await writeRgba(drawn(page, sheet.extrude), 'png', undefined) });
	}
	for (const { name, write } of sheetOutputs) {
		if (!sheet.outputs.includes(name)) continue;
		for (const { path, text } of write(pages, sheet)) files.push({ path, bytes: new TextEncoder().encode(text) });
	}
	return files;
}

function drawn({ width, height, placed }: PackedPage, extrude: number): Rgba {
	const page = blank(width, height);
	for (const { frame, stored } of placed) lay(page, stored, frame.x, frame.y, extrude);
	return page;
}

/** Lays a sprite's pixels, and its outermost ones again as often as `extrude` says. */
function lay(page: Rgba, { data, width, height }: Rgba, left: number, top: number, extrude: number): void {
	for (let y = -extrude; y < height + extrude; y++) {
		const row = Math.min(height - 1, Math.max(0, y));
		for (let x = -extrude; x < width + extrude; x++) {
			if (y === row && x === 0) {
				// The row itself in one go.
				page.data.set(data.subarray(row * width * 4, (row + 1) * width * 4), ((top + y) * page.width + left) * 4);
				x = width - 1;
				continue;
			}
			const from = (row * width + Math.min(width - 1, Math.max(0, x))) * 4;
			page.data.set(data.subarray(from, from + 4), ((top + y) * page.width + left + x) * 4);
		}
	}
}
