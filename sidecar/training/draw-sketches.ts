/**
 * Draws pictures into a folder: those that Sketch is trained on, with `held-out` those for its judge, with `textures`
 * textures alone. Writes `pictures.rgb` (raw RGB, one picture after another), `pictures.jsonl` (what each shows, with its
 * captions) and `pictures.json` (count, side, the vocabulary). Pictures that are there already stay: the same command with
 * a larger count goes on.
 *
 * Usage: npx tsx sidecar/training/draw-sketches.ts <folder> <count> [trained | held-out | textures] [side in pixels, 128]
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vocabulary } from '../../models/sketch/drawing/vocabulary.ts';
import { drawing, heldOutDrawing, textureDrawing, type Drawing } from '../../models/sketch/drawing/scene.ts';
import { inLanes } from './lanes.ts';
import { rasterise } from '../pictures/rasterise.ts';

/** Pictures drawn between two writes. */
const batch = 256;

const kinds = { trained: drawing, 'held-out': heldOutDrawing, textures: textureDrawing };

const [folder, count, kind = 'trained', side = '128'] = process.argv.slice(2);
if (!folder || !count || !(kind in kinds)) throw new Error('Usage: draw-sketches.ts <folder> <count> [kind] [side]');
await drawAll(folder, Number(count), kinds[kind as keyof typeof kinds], Number(side));

async function drawAll(folder: string, count: number, draw: (index: number) => Drawing, side: number): Promise<void> {
	await mkdir(folder, { recursive: true });
	const summary = join(folder, 'pictures.json');
	const begun = await readFile(summary, 'utf8').then(
		text => (JSON.parse(text) as { count: number }).count,
		() => 0,
	);
	const flags = begun > 0 ? 'a' : 'w';
	const pixels = createWriteStream(join(folder, 'pictures.rgb'), { flags });
	const words = createWriteStream(join(folder, 'pictures.jsonl'), { flags });
	for (let first = begun; first < count; first += batch) {
		const drawings = Array.from({ length: Math.min(batch, count - first) }, (_, offset) => draw(first + offset));
		for (const rgb of await inLanes(drawings, ({ svg, grid }) => rasterise(svg, side, grid))) {
			if (!pixels.write(rgb)) await once(pixels, 'drain');
		}
		for (const { facts, captions } of drawings) words.write(JSON.stringify({ ...facts, captions }) + '\n');
	}
	await Promise.all([once(pixels.end(), 'finish'), once(words.end(), 'finish')]);
	await writeFile(summary, JSON.stringify({ count, side, ...vocabulary }));
}
