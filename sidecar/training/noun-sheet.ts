/**
 * Draws a sheet of nouns to look at: one line for each noun, in every style and in several inks.
 *
 * Usage: npx tsx sidecar/training/noun-sheet.ts <list under drawing/nouns, such as symbols> <sheet.png> [first] [count]
 */
import { writeFile } from 'node:fs/promises';
import { inks, type Ink } from '../../models/sketch/drawing/inks.ts';
import type { Noun } from '../../models/sketch/drawing/nouns/index.ts';
import { page } from '../../models/sketch/drawing/page.ts';
import { randomFrom } from '../../models/sketch/drawing/random.ts';
import { styles, usualStyle, type Style } from '../../models/sketch/drawing/styles/index.ts';
import { contactSheet, rasterise } from '../pictures/rasterise.ts';

const side = 96;
const sheets = ['#ffffff', '#78b7f5', '#08080b', '#92db88'];

const [list, file, first = '0', count = '14'] = process.argv.slice(2);
if (!list || !file) throw new Error('Usage: noun-sheet.ts <list> <sheet.png> [first] [count]');
const module = (await import(`../../models/sketch/drawing/nouns/${list}.ts`)) as Record<string, readonly Noun[]>;
const shown = Object.values(module)
	.flat()
	.slice(Number(first), Number(first) + Number(count));
await writeFile(file, await contactSheet(await Promise.all(shown.map(line)), side));
console.log(shown.map(({ name }) => name).join(', '));

/** One noun: its usual colour in every style, then four other inks on four sheets. */
function line(noun: Noun, row: number): Promise<Buffer[]> {
	const usual = inks.find(({ name }) => name === noun.usual);
	if (!usual) throw new Error(`${noun.name}: ${noun.usual} is no ink`);
	const styled = styles.map((style, at) => cell(noun, style, usual, '#ffffff', row * 100 + at));
	const others = sheets.map((sheet, at) =>
		cell(noun, usualStyle, inks[(at * 4 + row * 3) % inks.length] as Ink, sheet, row * 100 + 50 + at),
	);
	return Promise.all([...styled, ...others]);
}

function cell(noun: Noun, style: Style, ink: Ink, sheet: string, seed: number): Promise<Buffer> {
	const random = randomFrom(seed);
	const painted = style.paint(noun.draw(ink, random), { ink, sheet, random });
	const content = `<rect width="128" height="128" fill="${sheet}"/><g transform="translate(64 64)">${painted}</g>`;
	return rasterise(page(content, style, [ink]), side, style.grid ?? side);
}
