// `limn inspect`: what a picture file says of how it was made.
import { readWhole } from '../files/read.ts';
import { inspect as inspectPicture, largestFile, type Inspected } from '../pictures/read.ts';
import { fail } from '../protocol/failure.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit.ts';
import { bad } from './values.ts';

export const inspect: Command = {
	name: 'inspect',
	summary: 'shows the recipe inside a picture',
	help: `limn inspect FILE [--json]

Reads PNG, WebP, AVIF and JPEG: Limn's own recipe, or what A1111, ComfyUI, InvokeAI,
Fooocus, SwarmUI and NovelAI keep in theirs. Exits with 1 when the file carries none of these.`,
	options: { json: { type: 'boolean' } },
	mostWords: 1,
	async run({ values, words, terminal }) {
		const [file] = words;
		if (file === undefined) throw bad('file', 'is missing: name a picture');
		const found = await inspectPicture(file, await readWhole(file, largestFile));
		if (!found.recipe) throw fail({ kind: 'noRecipe', path: file });
		if (values['json'] === true) terminal.out(JSON.stringify(inJson(found), undefined, 2));
		else for (const line of inWords(found)) terminal.out(line);
		return exitCodes.ok;
	},
};

function inJson({ format, width, height, stamp, infotext, imported, recipe }: Inspected) {
	return {
		format,
		width,
		height,
		recipe,
		complete: stamp !== undefined,
		model: stamp?.model,
		device: stamp?.device,
		tool: imported?.tool,
		left: imported?.left,
		settings: imported && Object.fromEntries(imported.settings),
		parameters: infotext && { ...infotext, values: Object.fromEntries(infotext.values) },
	};
}

function inWords({ format, width, height, stamp, imported, recipe }: Inspected): string[] {
	const lines = Object.entries(recipe ?? {}).map(([field, value]) => {
		const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
		return `${field.padEnd(10)}${shown.replaceAll('\n', `\n${' '.repeat(10)}`)}`;
	});
	if (stamp) lines.push(`weights   ${stamp.model.name} (${stamp.model.hash})`, `device    ${stamp.device}`);
	else if (imported?.left.length) lines.push('not taken over:', ...imported.left.map(setting => `  ${setting}`));
	const source = stamp ? 'made by Limn' : `made by another tool (${imported?.tool})`;
	return [`${format}, ${width}x${height}, ${source}`, ...lines];
}
