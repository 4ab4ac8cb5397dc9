/**
 * Draws a sheet of training pictures to look at, and prints a caption of each.
 *
 * Usage: npx tsx sidecar/training/drawing-sheet.ts <sheet.png> [first picture] [count]
 */
import { writeFile } from 'node:fs/promises';
import { drawing } from '../../models/sketch/drawing/scene.ts';
import { contactSheet, rasterise } from '../pictures/rasterise.ts';

const side = 128;
const columns = 10;

const [file, first = '0', count = '60'] = process.argv.slice(2);
if (!file) throw new Error('Usage: drawing-sheet.ts <sheet.png> [first] [count]');
const drawings = Array.from({ length: Number(count) }, (_, index) => drawing(Number(first) + index));
const cells = await Promise.all(drawings.map(({ svg, grid }) => rasterise(svg, side, grid)));
const lines = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
	cells.slice(row * columns, (row + 1) * columns),
);
await writeFile(file, await contactSheet(lines, side));
for (const { captions } of drawings) console.log(captions[0]);
