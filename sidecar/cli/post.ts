// `limn post`: works on a picture that is there, step by step.
import { dirname, isAbsolute, join } from 'node:path';
import { readWhole } from '../files/read.ts';
import { writeNew } from '../files/write.ts';
import { parseJson } from '../../models/json.ts';
import { worked } from '../finished.ts';
import { largestFile } from '../pictures/read.ts';
import { checked } from '../params.ts';
import { largestPalette } from '../post/palettes/index.ts';
import { prepared, stepsSchema } from '../post/run.ts';
import { steps } from '../post/steps/index.ts';
import { pictureFormats, type WrittenStep } from '../protocol/picture.ts';
import type { Command } from './command.ts';
import { exitCodes, exitCodesHelp } from './exit.ts';
import { formatOf, outputNames, refuseUnwritable } from './outputs.ts';
import { bad, oneOf, text, texts } from './values.ts';

export const post: Command = {
	name: 'post',
	summary: 'works on a picture: cuts it out, snaps its pixels, keeps to a palette …',
	help: `limn post PICTURE --out FILE --step "NAME OPTION=VALUE …" [--step …]

  --step TEXT         a step with its options; several are made in order
  --steps FILE        a list of steps in JSON, as a manifest's "post"; made before those of --step
  --out FILE          where the result goes; never over a file that exists
  --format NAME       png, webp, avif (all exact), jpeg; without it FILE's ending says
  --json              what is known of the result, in JSON

Steps:
${steps.map(({ name, summary }) => `  ${name.padEnd(20)}${summary}`).join('\n')}

docs/assets.md has every option. An example:
  limn post potion.png --step "cut-out key=#ff00ff" --step "pixel-art size=32" \\
    --step "palette colours=game.gpl" --out potion_32.png

${exitCodesHelp}`,
	options: {
		step: { type: 'string', multiple: true },
		steps: { type: 'string' },
		out: { type: 'string', short: 'o' },
		format: { type: 'string' },
		json: { type: 'boolean' },
	},
	mostWords: 1,
	async run({ values, words, terminal }) {
		const [path] = words;
		if (path === undefined) throw bad('picture', 'is missing: name the file to work on');
		const out = text(values, 'out');
		if (out === undefined) throw bad('output', 'is missing: name the file with --out');
		const [file] = outputNames(out, 1);
		const format = formatOf(oneOf(values, 'format', pictureFormats), out);
		const listed = text(values, 'steps');
		const written = [
			...(listed === undefined ? [] : await stepsOfFile(listed)),
			...texts(values, 'step').map(stepOfText),
		];
		if (written.length === 0) throw bad('step', `is missing: there are ${steps.map(({ name }) => name).join(', ')}`);
		prepared(written);
		await refuseUnwritable([file]);

		const order = { path, bytes: await readWhole(path, largestFile), steps: written, format };
		const done = await worked(order, name => readWhole(name, largestPalette));
		await writeNew(file, done.bytes);
		const { width, height } = done;
		if (values['json'] === true) {
			terminal.out(JSON.stringify({ file, format, width, height, ...done.facts, notes: done.notes }));
			return exitCodes.ok;
		}
		terminal.err(`${file} (${width}x${height})`);
		for (const [fact, value] of Object.entries(done.facts)) terminal.err(`  ${fact}: ${inWords(value)}`);
		for (const note of done.notes) terminal.err(`  note: ${note}`);
		return exitCodes.ok;
	},
};

/** Bytes of the longest list of steps. */
const longestList = 1 << 20;

/** Files that the list names lie beside it. */
async function stepsOfFile(path: string): Promise<WrittenStep[]> {
	const words = new TextDecoder().decode(await readWhole(path, longestList));
	const json = parseJson(words, why => bad('steps', `cannot be read from ${path}: ${why}`));
	const written: readonly WrittenStep[] = checked(stepsSchema(), json);
	return written.map(each => withFilesIn(dirname(path), each));
}

function withFilesIn(folder: string, written: WrittenStep): WrittenStep {
	if (typeof written === 'string' || typeof written['colours'] !== 'string') return written;
	const file = written['colours'];
	return { ...written, colours: isAbsolute(file) ? file : join(folder, file) };
}

/** `pixel-art size=32 clean=true`: numbers, true and false are values, lists are parted by commas, all else is text. */
export function stepOfText(words: string): WrittenStep {
	const [name, ...options] = words.trim().split(/\s+(?=[\w-]+=)/);
	if (!/^[\w-]+$/.test(name)) throw bad('step', `must look like NAME OPTION=VALUE, not “${words}”`);
	const pairs = options.map(option => {
		const at = option.indexOf('=');
		return [option.slice(0, at), valueOf(option.slice(at + 1))] as const;
	});
	return { ...Object.fromEntries(pairs), step: name };
}

function valueOf(text: string): unknown {
	if (text === 'true' || text === 'false') return text === 'true';
	if (/^-?(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
	return text.includes(',') ? text.split(',') : text;
}

const inWords = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
