// The text by which A1111 and its kin keep a picture's settings: written, and read from any tool that writes it.
import type { EmphasisName, Recipe, SamplerName, ScheduleName } from '../protocol/recipe.ts';

/** What such a text says: the words, and every `key: value` of its last line as it stands. */
export interface Infotext {
	readonly prompt: string;
	readonly negative: string;
	readonly values: ReadonlyMap<string, string>;
}

/** The model as the text names it. */
export interface NamedModel {
	readonly name: string;
	/** First ten hex digits of the SHA-256 of its weights. */
	readonly hash: string;
}

/** Writes a recipe as A1111 would (`create_infotext` of its `modules/processing.py`). */
export function writeInfotext(recipe: Recipe, model: NamedModel): string {
	const values: [string, string | number][] = [
		['Steps', recipe.steps],
		['Sampler', samplerLabels[recipe.sampler]],
		['Schedule type', scheduleLabels[recipe.schedule]],
		['CFG scale', recipe.guidance],
		['Seed', recipe.seed],
		['Size', `${recipe.width}x${recipe.height}`],
		['Model hash', model.hash],
		['Model', model.name],
	];
	if (recipe.start) values.push(['Denoising strength', recipe.start.strength]);
	if (recipe.start?.imageGuidance !== undefined) values.push(['Image CFG scale', recipe.start.imageGuidance]);
	if (recipe.emphasis !== 'a1111') values.push(['Emphasis', emphasisLabels[recipe.emphasis]]);
	values.push(['RNG', 'CPU'], ['Version', 'Limn']);
	const negative = recipe.negative === '' ? '' : `\nNegative prompt: ${recipe.negative}`;
	const settings = values.map(([key, value]) => `${key}: ${quoted(String(value))}`).join(', ');
	return `${recipe.prompt}${negative}\n${settings}`.trim();
}

/** Reads such a text; any text at all is at least a prompt (`parse_generation_parameters` of `infotext_utils.py`). */
export function readInfotext(text: string): Infotext {
	const lines = text.trim().split('\n');
	const last = lines.at(-1)!;
	const pairs = [...last.matchAll(pair)];
	if (pairs.length >= 3) lines.pop();
	const prompt: string[] = [];
	const negative: string[] = [];
	let words = prompt;
	for (const line of lines.map(line => line.trim())) {
		const starts = line.startsWith(negativeMark);
		if (starts) words = negative;
		words.push(starts ? line.slice(negativeMark.length).trim() : line);
	}
	const values = new Map(pairs.length >= 3 ? pairs.map(([, key, value]) => [key, unquoted(value)]) : []);
	return { prompt: prompt.join('\n').trim(), negative: negative.join('\n').trim(), values };
}

/** The part of a recipe that such a text states in words Limn knows; the rest is left open. */
export function recipeOfInfotext({ prompt, negative, values }: Infotext): Partial<Recipe> & Pick<Recipe, 'prompt'> {
	const size = /^(\d+)x(\d+)$/.exec(values.get('Size') ?? '');
	const { sampler, schedule } = samplerAndSchedule(values.get('Sampler') ?? '', values.get('Schedule type') ?? '');
	const model = values.get('Model');
	const emphasis = nameOf(emphasisLabels, values.get('Emphasis') ?? '');
	return {
		prompt,
		negative,
		...numeric('steps', values.get('Steps')),
		...numeric('guidance', values.get('CFG scale')),
		...numeric('seed', values.get('Seed')),
		...(size ? { width: Number(size[1]), height: Number(size[2]) } : {}),
		...(sampler ? { sampler } : {}),
		...(schedule ? { schedule } : {}),
		...(emphasis ? { emphasis } : {}),
		...(model ? { model } : {}),
	};
}

const negativeMark = 'Negative prompt:';
/** No key of any tool is longer than 60 letters; without a bound, reading a long line would take the square of its length. */
const pair = /(\w[\w \-/]{1,60}):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)/g;

export const samplerLabels: Readonly<Record<SamplerName, string>> = {
	euler: 'Euler',
	'euler-ancestral': 'Euler a',
	heun: 'Heun',
	'dpmpp-2m': 'DPM++ 2M',
	ddim: 'DDIM',
	ddpm: 'DDPM',
	pndm: 'PLMS',
	unipc: 'UniPC',
	lcm: 'LCM',
};

/** A1111's names of the same spacings: its DDIM is leading, Simple is trailing, Uniform is linspace. */
export const scheduleLabels: Readonly<Record<ScheduleName, string>> = {
	leading: 'DDIM',
	trailing: 'Simple',
	linspace: 'Uniform',
	karras: 'Karras',
	exponential: 'Exponential',
	'sgm-uniform': 'SGM Uniform',
	ays: 'Align Your Steps',
};

/** A1111's names; it has none for ComfyUI's way, and where it says nothing it means Original. */
export const emphasisLabels: Readonly<Record<EmphasisName, string>> = {
	a1111: 'Original',
	comfy: 'ComfyUI',
	none: 'None',
};

function quoted(value: string): string {
	return /[,\n:]/.test(value) ? JSON.stringify(value) : value;
}

function unquoted(value: string): string {
	if (!value.startsWith('"')) return value.trim();
	try {
		return String(JSON.parse(value));
	} catch {
		// Another tool's quoting: shown as it stands.
		return value;
	}
}

/** Before A1111 1.9, and in other tools, the sampler's name carries the schedule: “DPM++ 2M Karras”, “euler_a karras”. */
function samplerAndSchedule(label: string, type: string): { sampler?: SamplerName; schedule?: ScheduleName } {
	const whole = nameOf(samplerLabels, label);
	const tail = Object.values(scheduleLabels).find(name => plain(label).endsWith(plain(name)));
	const sampler = whole ?? nameOf(samplerLabels, plain(label).slice(0, -plain(tail ?? '').length));
	const schedule = nameOf(scheduleLabels, type) ?? (whole ? undefined : nameOf(scheduleLabels, tail ?? ''));
	return { ...(sampler ? { sampler } : {}), ...(schedule ? { schedule } : {}) };
}

function nameOf<Name extends string>(labels: Readonly<Record<Name, string>>, label: string): Name | undefined {
	return (Object.keys(labels) as Name[]).find(name => plain(labels[name]) === plain(label));
}

/** Tools differ in case, blanks and underscores. */
const plain = (label: string): string => label.toLowerCase().replace(/[\s_]/g, '');

function numeric<Field extends string>(field: Field, text: string | undefined): { [F in Field]?: number } {
	const value = text === undefined || text.trim() === '' ? NaN : Number(text);
	return (Number.isFinite(value) ? { [field]: value } : {}) as { [F in Field]?: number };
}
