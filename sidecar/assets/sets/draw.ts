// One picture → all files of a set.
import { resampled } from '../../pictures/resample.ts';
import { writeRgba } from '../../pictures/write.ts';
import { painted, placed, rgbOfHex, type Rgba } from '../../post/rgba.ts';
import { behind } from '../../post/steps/outline.ts';
import { nearest } from '../../post/steps/size.ts';
import type { NewFile } from '../sheets/draw.ts';
import { writeIco } from './ico.ts';
import { kinds, type Icon, type Kind } from './kinds.ts';
import type { IconSet } from './set.ts';

export async function drawSet(master: Rgba, set: IconSet): Promise<NewFile[]> {
	const kind: Kind = kinds[set.kind];
	const files: NewFile[] = [];
	for (const icon of kind.icons) {
		const pngs: Uint8Array[] = [];
		for (const size of icon.sizes) pngs.push(await writeRgba(await drawn(master, icon, size, set), 'png', undefined));
		const bytes = icon.file.endsWith('.ico') ? writeIco(pngs) : pngs[0];
		files.push({ path: `${set.out}/${icon.file}`, bytes });
	}
	for (const { file, text } of kind.texts)
		files.push({ path: `${set.out}/${file}`, bytes: new TextEncoder().encode(text) });
	return files;
}

/** The picture in the middle, as large as it may be; with hard pixels by a whole factor where it is enlarged. */
async function drawn(master: Rgba, { fills, solid }: Icon, frame: Icon['sizes'][number], set: IconSet): Promise<Rgba> {
	const most = Math.min(frame.width, frame.height) * fills;
	const ratio = most / Math.max(master.width, master.height);
	const factor = set.resample === 'nearest' && ratio > 1 ? Math.floor(ratio) : ratio;
	const side = (length: number) => Math.max(1, Math.round(length * factor));
	const scale = set.resample === 'nearest' && factor >= 1 ? nearest : resampled;
	const icon = await scale(master, side(master.width), side(master.height));
	const [left, top] = [(frame.width - icon.width) >> 1, (frame.height - icon.height) >> 1];
	const alone = placed(
		painted(frame.width, frame.height, () => {}),
		icon,
		left,
		top,
	);
	const sheet = new Float32Array(frame.width * frame.height).fill(255);
	return solid ? behind(alone, sheet, rgbOfHex(set.background)) : alone;
}
