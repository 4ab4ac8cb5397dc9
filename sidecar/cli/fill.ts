// `limn fill`: makes the pictures that documents show and that are not there.
import { mkdir } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { cannotWrite } from '../files/trouble.ts';
import { writeNew } from '../files/write.ts';
import { languages } from '../documents/languages/index.ts';
import { orderFor } from '../documents/order.ts';
import type { Missing } from '../documents/plan.ts';
import { deviceWishes, type Picture } from '../protocol/picture.ts';
import { cardFor, foldersFor, quiet, withSidecar } from './asking.ts';
import type { Command } from './command.ts';
import { exitCodes, exitCodesHelp } from './exit.ts';
import { findMissing } from './missing.ts';
import { formatOf } from './outputs.ts';
import { progressLine } from './progress.ts';
import { number, oneOf, text } from './values.ts';
import { completed } from './wish.ts';

export const fill: Command = {
	name: 'fill',
	summary: 'makes the missing pictures of documents',
	help: `limn fill [PATH] [--model ID|PATH] [--device NAME] [--seed N] [--dry-run] [--json]

PATH is a document or a folder of them (the current one), in any language whose pictures Limn finds:
${languages.flatMap(({ endings }) => endings).join(' ')}

For every picture that is not there, the alternative text is the prompt (without one, the
file's name and the heading above), and the file is written exactly where the reference
points, inside PATH's folder. Nothing is ever overwritten. The file has the format of its
name and the size that the reference asks for (width and height, {w=512 h=256}, srcset, CSS);
it is drawn at the model's best size near that shape, then scaled and cropped.
Without --seed the seed comes from the words: the same words give the same picture.

--dry-run lists what is missing, makes nothing, and exits with 1 where something is.

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
		if (missing.length === 0) tell('No picture is missing.');
		if (values['dry-run'] === true || missing.length === 0) {
			for (const each of missing) tell(planned(each));
			if (asJson) terminal.out(JSON.stringify({ missing, passedOver }));
			return missing.length === 0 ? exitCodes.ok : exitCodes.failure;
		}
		const wish = text(values, 'model');
		const device = oneOf(values, 'device', deviceWishes) ?? 'auto';
		const seed = number(values, 'seed');
		const done: object[] = [];
		await withSidecar({ folders: foldersFor(wish), ...quiet }, async sidecar => {
			const card = await cardFor(sidecar, wish, signal);
			for (const [index, each] of missing.entries()) {
				const began = performance.now();
				const order = orderFor(each, card);
				const recipe = completed(seed === undefined ? order : { ...order, seed }, card);
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

async function place({ file }: Missing<string>, { bytes }: Picture): Promise<void> {
	try {
		await mkdir(dirname(file), { recursive: true });
	} catch (error) {
		throw cannotWrite(file, error);
	}
	await writeNew(file, bytes);
}

function planned({ words, file, width, height }: Missing<string>): string {
	const size = width || height ? ` (${width ?? '…'}x${height ?? '…'})` : '';
	return `${shown(file)}${size}: “${words}”`;
}

function inWords({ words, file }: Missing<string>, { width, height, making }: Picture, seconds: number): string {
	return `“${words}” → ${shown(file)} (${width}x${height}, ${making.device}, ${seconds.toFixed(1)} s)`;
}

function inJson({ words, file }: Missing<string>, { width, height, recipe, making }: Picture, seconds: number): object {
	return { words, file, width, height, seed: recipe.seed, device: making.device, seconds };
}

const shown = (file: string): string => relative('.', file) || file;
