// `limn generate`: words → picture files.
import { resolve } from 'node:path';
import { writeNew } from '../files/write.ts';
import { mostAtOnce } from '../protocol/methods.ts';
import { maxSeed } from '../protocol/recipe.ts';
import { deviceWishes, pictureFormats, type Picture } from '../protocol/picture.ts';
import { additionPaths } from './additions.ts';
import { cardFor, foldersFor, modelFolders, quiet, withSidecar } from './asking.ts';
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
  --model ID|PATH     sketch or textures (built in), or a diffusers folder, or a .safetensors file
  --negative TEXT     what should not be in the picture
  --emphasis NAME     how brackets weigh words: a1111 (usual), comfy, none (they are text)
  --style NAME        words kept under a name (or several names, between commas) in a file
                      like A1111's styles.csv: --styles FILE, or LIMN_STYLES
  --wildcards FOLDER  where __name__ in the words finds name.txt; or LIMN_WILDCARDS
  --seed N            0 to ${maxSeed}; a fresh one without it
  --steps N           how many steps
  --guidance X        how closely the words are followed
  --size WxH          pixels, multiples of 8
  --sampler NAME      euler, euler-ancestral, heun, dpmpp-2m, ddim, ddpm, pndm, unipc, lcm
  --schedule NAME     leading, trailing, linspace, karras, exponential, sgm-uniform, ays
  --count N           several pictures (up to ${mostAtOnce}), FILE-1, FILE-2 …, with seeds that count up
  --clip-skip N       which of the text encoder's last layers is read (1: the last)
  --variation-seed N  turns the seed's noise towards another seed's; --variation-strength X
                      says how far, above 0 up to 1 (0.1); with --count this seed counts up
  --hires X           a second pass, X times as wide and high; --hires-steps N and
                      --hires-strength X say how (as many steps; 0.7)
  --init FILE         a picture to start from
  --strength X        how much of it is drawn anew, above 0 up to 1 (0.75)
  --image-guidance X  how much it counts for an InstructPix2Pix model (1.5)
  --mask FILE         a picture: where it is black, the start picture is kept to the byte
  --mask-blur X       pixels by which the mask's edges are softened
  --outpaint SIDES    draws beyond the start picture: left=64,top=32 (also right, bottom)
  --lora NAME[:X[:Y]] a LoRA by its name or path, with its strength (1), and one for
                      the text encoder (as X); repeat it for several, or name it in the
                      words: <lora:NAME:X>
  --control MODEL=FILE[,preprocessor=NAME][,weight=X][,start=X][,end=X]
                      a ControlNet by its name or path, and the picture that guides it;
                      made ready by none (usual), canny, scribble, soft-edge, luminance
                      or tile; acts from start (0) to end (1) of the steps
  --tiling NAME       edges that meet: none (usual), x (left and right), y, both
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
		wildcards: { type: 'string' },
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
		const { wish, start, mask, controls, notes } = await readWish(values, words[0]);
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
		const folders = [...foldersFor(text(values, 'model')), ...modelFolders(additionPaths(values))];
		const wildcards = text(values, 'wildcards');
		const env: Record<string, string> = wildcards === undefined ? {} : { LIMN_WILDCARDS: resolve(wildcards) };
		await withSidecar({ ...quiet, folders, env }, async sidecar => {
			const recipe = completed(wish, await cardFor(sidecar, wish.model, signal));
			const pictures = { ...(start ? { start } : {}), ...(mask ? { mask } : {}), controls };
			const params = { recipe, count, format, device, ...pictures };
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
