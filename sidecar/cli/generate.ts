// `limn generate`: words → picture files.
import { writeNew } from '../files/write.ts';
import { mostAtOnce } from '../protocol/methods.ts';
import { maxSeed } from '../protocol/recipe.ts';
import { deviceWishes, pictureFormats, type Picture } from '../protocol/picture.ts';
import { cardFor, foldersFor, quiet, withSidecar } from './asking.ts';
import type { Command } from './command.ts';
import { exitCodes, exitCodesHelp } from './exit.ts';
import { formatOf, outputNames, refuseUnwritable } from './outputs.ts';
import { progressShower } from './progress.ts';
import { bad, oneOf, text, whole } from './values.ts';
import { completed, readWish, recipeOptions } from './wish.ts';

export const generate: Command = {
	name: 'generate',
	summary: 'makes pictures from words',
	help: `limn generate PROMPT --out FILE [options]

  --out FILE          where the picture goes; never over a file that exists
  --model ID|PATH     sketch (built in), or a diffusers folder, or a .safetensors checkpoint
  --negative TEXT     what should not be in the picture
  --emphasis NAME     how brackets weigh words: a1111 (usual), comfy, none (they are text)
  --seed N            0 to ${maxSeed}; a fresh one without it
  --steps N           how many steps
  --guidance X        how closely the words are followed
  --size WxH          pixels, multiples of 8
  --sampler NAME      euler, euler-ancestral, heun, dpmpp-2m, ddim, ddpm, pndm, unipc, lcm
  --schedule NAME     leading, trailing, linspace, karras, exponential, sgm-uniform, ays
  --count N           several pictures (up to ${mostAtOnce}), FILE-1, FILE-2 …, with seeds that count up
  --init FILE         a picture to start from
  --strength X        how much of it is drawn anew, above 0 up to 1 (0.75)
  --image-guidance X  how much it counts for an InstructPix2Pix model (1.5)
  --device NAME       auto, cuda, webgpu, dml, coreml, cpu
  --format NAME       png, webp, avif, jpeg; without it FILE's ending says
  --from FILE         take the recipe from a picture; other options change it
  --json              one line of JSON instead of words

What is left open is as the model is best run. The same recipe on the same device
gives the same bytes.

${exitCodesHelp}`,
	options: {
		...recipeOptions,
		out: { type: 'string', short: 'o' },
		count: { type: 'string' },
		device: { type: 'string' },
		format: { type: 'string' },
		json: { type: 'boolean' },
	},
	mostWords: 1,
	async run({ values, words, terminal, signal }) {
		const out = text(values, 'out');
		if (out === undefined) throw bad('output', 'is missing: name the file with --out');
		const count = whole(values, 'count', mostAtOnce) ?? 1;
		const format = formatOf(oneOf(values, 'format', pictureFormats), out);
		const device = oneOf(values, 'device', deviceWishes) ?? 'auto';
		const files = outputNames(out, count);
		const { wish, start, notes } = await readWish(values, words[0]);
		for (const note of notes) terminal.err(`note: ${note}`);
		await refuseUnwritable(files);

		const asJson = values['json'] === true;
		const onProgress = asJson && !terminal.live ? () => {} : progressShower(terminal, count);
		const done: object[] = [];
		const keep = async (picture: Picture, file: string) => {
			await writeNew(file, picture.bytes);
			if (!asJson) for (const line of inWords(file, picture)) terminal.err(line);
			done.push(inJson(file, picture));
		};
		// Only a model of the command line may be a path: one that a stranger's picture names is looked for by name alone.
		await withSidecar({ folders: foldersFor(text(values, 'model')), ...quiet }, async sidecar => {
			const recipe = completed(wish, await cardFor(sidecar, wish.model, signal));
			const params = { recipe, count, format, device, ...(start ? { start } : {}) };
			// Each picture is written as it comes: what is finished stays, whatever happens to the next.
			const stopping = new AbortController();
			let written = Promise.resolve();
			const onPicture = (picture: Picture, index: number) => {
				written = written.then(() => keep(picture, files[index]));
				// What cannot be kept is not worth drawing.
				written.catch(() => stopping.abort());
			};
			const either = AbortSignal.any([signal, stopping.signal]);
			await sidecar.generate(params, { onProgress, onPicture }, either).finally(() => written);
		});
		if (asJson) terminal.out(JSON.stringify({ pictures: done }));
		return exitCodes.ok;
	},
};

function inWords(file: string, { width, height, recipe, making, notes }: Picture): string[] {
	const total = Object.values(making.seconds).reduce((sum, seconds) => sum + seconds, 0);
	const facts = `${width}x${height}, seed ${recipe.seed}, ${making.device}, ${total.toFixed(1)} s`;
	return [`${file} (${facts})`, ...notes.map(note => `  note: ${note}`)];
}

function inJson(file: string, { bytes, format, width, height, recipe, making, notes }: Picture): object {
	return { file, format, bytes: bytes.length, width, height, recipe, making, notes };
}
