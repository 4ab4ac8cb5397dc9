// `limn fill`: makes the pictures that Markdown documents show and that are not there.
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { cannotWrite } from '../files/trouble.ts';
import { writeNew } from '../files/write.ts';
import type { RecipeDefaults } from '../protocol/recipe.ts';
import { hears } from '../protocol/hearing.ts';
import { deviceWishes, type Picture } from '../protocol/picture.ts';
import { cardFor, foldersFor, quiet, withSidecar } from './asking.ts';
import type { Command } from './command.ts';
import { exitCodes, exitCodesHelp } from './exit.ts';
import { findMissing, type Missing } from './missing.ts';
import { formatOf } from './outputs.ts';
import { progressLine } from './progress.ts';
import { number, oneOf, text } from './values.ts';
import { completed } from './wish.ts';

export const fill: Command = {
	name: 'fill',
	summary: 'makes the missing pictures of Markdown documents',
	help: `limn fill PATH [--model ID|PATH] [--device NAME] [--seed N] [--dry-run] [--json]

PATH is a document or a folder of them. For every picture that is not there
(![words](file.png) or <img src="file.png" alt="words">) the alternative text is the prompt
and the file is written exactly where the link points, inside PATH's folder. Nothing is ever
overwritten. {w=512 h=512} after a link, or an img's width and height, ask for a shape; the
picture is drawn in that shape, at most twice as wide and high as the model's own size.
Without --seed the seed comes from the words: the same words give the same picture.

${exitCodesHelp}`,
	options: {
		model: { type: 'string' },
		device: { type: 'string' },
		seed: { type: 'string' },
		'dry-run': { type: 'boolean' },
		json: { type: 'boolean' },
	},
	mostWords: 1,
	async run({ values, words, terminal, signal }) {
		const path = words[0] ?? '.';
		const { missing, passedOver } = await findMissing(path);
		for (const { link, document, why } of passedOver) terminal.err(`${document}: ${link} is left alone: ${why}`);
		const asJson = values['json'] === true;
		const tell = (line: string) => (asJson ? undefined : terminal.out(line));
		if (values['dry-run'] === true || missing.length === 0) {
			for (const { alt, file } of missing) tell(`${shown(file)}: “${alt}”`);
			if (missing.length === 0) tell('No picture is missing.');
			if (asJson) terminal.out(JSON.stringify({ missing }));
			return exitCodes.ok;
		}
		const wish = text(values, 'model');
		const device = oneOf(values, 'device', deviceWishes) ?? 'auto';
		const seed = number(values, 'seed');
		const done: object[] = [];
		await withSidecar({ folders: foldersFor(wish), ...quiet }, async sidecar => {
			const card = await cardFor(sidecar, wish, signal);
			for (const [index, each] of missing.entries()) {
				const began = performance.now();
				const shape = hears(card, 'width') ? shapeFor(each, card.defaults) : {};
				const recipe = completed(
					{ prompt: each.alt, emphasis: 'none', seed: seed ?? seedOf(each.alt), ...shape },
					card,
				);
				const { pictures } = await sidecar.generate(
					{ recipe, count: 1, format: formatOf(undefined, each.file), device },
					{
						onProgress: progress => terminal.over(`${index + 1}/${missing.length} ${progressLine(progress, 1)}`),
						onPicture: () => {},
					},
					signal,
				);
				await place(each, pictures[0]);
				const seconds = (performance.now() - began) / 1000;
				terminal.over('');
				tell(inWords(each, pictures[0], seconds));
				done.push(inJson(each, pictures[0], seconds));
			}
		});
		if (asJson) terminal.out(JSON.stringify({ pictures: done, passedOver }));
		return exitCodes.ok;
	},
};

async function place({ file }: Missing, { bytes }: Picture): Promise<void> {
	try {
		await mkdir(dirname(file), { recursive: true });
	} catch (error) {
		throw cannotWrite(file, error);
	}
	await writeNew(file, bytes);
}

/**
 * The size to draw at: the asked shape in multiples of 8, no side longer than twice the model's own, because a network
 * draws nothing sensible far from the size it was trained at.
 */
export function shapeFor(
	{ width, height }: Pick<Missing, 'width' | 'height'>,
	own: Pick<RecipeDefaults, 'width' | 'height'>,
): Pick<RecipeDefaults, 'width' | 'height'> {
	if (!width && !height) return { width: own.width, height: own.height };
	const ratio = width && height ? width / height : own.width / own.height;
	const asked = width ? { width, height: width / ratio } : { width: height! * ratio, height: height! };
	const scale = Math.min(1, (2 * own.width) / asked.width, (2 * own.height) / asked.height);
	const side = (pixels: number) => Math.max(16, Math.round((pixels * scale) / 8) * 8);
	return { width: side(asked.width), height: side(asked.height) };
}

function seedOf(words: string): number {
	return createHash('sha256').update(words).digest().readUInt32BE(0);
}

function inWords({ alt, file }: Missing, { width, height, making }: Picture, seconds: number): string {
	return `“${alt}” → ${shown(file)} (${width}x${height}, ${making.device}, ${seconds.toFixed(1)} s)`;
}

function inJson({ alt, file }: Missing, { width, height, recipe, making }: Picture, seconds: number): object {
	return { words: alt, file, width, height, seed: recipe.seed, device: making.device, seconds };
}

const shown = (file: string): string => relative('.', file) || file;
