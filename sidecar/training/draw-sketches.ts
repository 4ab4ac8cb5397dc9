/**
 * Draws training pictures for Sketch into a folder: `pictures.rgb` (raw RGB, one picture after another),
 * `pictures.jsonl` (what each shows, with its captions) and `pictures.json` (count, side, words).
 *
 * Usage: npx tsx sidecar/training/draw-sketches.ts <folder> <count> [side in pixels, 64]
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backgrounds } from '../../models/sketch/drawing/backgrounds.ts';
import { inks } from '../../models/sketch/drawing/inks.ts';
import { nouns } from '../../models/sketch/drawing/nouns/index.ts';
import { drawing } from '../../models/sketch/drawing/scene.ts';
import { rasterise } from '../pictures/rasterise.ts';

/** Pictures drawn between two writes. */
const batch = 256;

/** Pictures in work at once, so that every core rasterises. */
const lanes = 4;

const [folder, count, side = '64'] = process.argv.slice(2);
if (!folder || !count) throw new Error('Usage: draw-sketches.ts <folder> <count> [side]');
await drawAll(folder, Number(count), Number(side));

async function drawAll(folder: string, count: number, side: number): Promise<void> {
	await mkdir(folder, { recursive: true });
	const pixels = createWriteStream(join(folder, 'pictures.rgb'));
	const words = createWriteStream(join(folder, 'pictures.jsonl'));
	for (let first = 0; first < count; first += batch) {
		const drawings = Array.from({ length: Math.min(batch, count - first) }, (_, offset) => drawing(first + offset));
		for (const rgb of await inLanes(drawings, ({ svg }) => rasterise(svg, side))) {
			if (!pixels.write(rgb)) await once(pixels, 'drain');
		}
		for (const { noun, colour, background, captions } of drawings) {
			words.write(JSON.stringify({ noun, colour, background, captions }) + '\n');
		}
	}
	await Promise.all([once(pixels.end(), 'finish'), once(words.end(), 'finish')]);
	const vocabulary = {
		nouns: nouns.map(({ name }) => name),
		colours: inks.map(({ name, light, middle, dark }) => ({ name, light, middle, dark })),
		backgrounds: backgrounds.map(({ name, fill }) => ({ name, fill })),
	};
	await writeFile(join(folder, 'pictures.json'), JSON.stringify({ count, side, ...vocabulary }));
}

async function inLanes<T, R>(list: readonly T[], work: (entry: T) => Promise<R>): Promise<R[]> {
	const results = new Array<R>(list.length);
	let next = 0;
	const lane = async () => {
		for (let index = next++; index < list.length; index = next++) results[index] = await work(list[index] as T);
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	return results;
}
