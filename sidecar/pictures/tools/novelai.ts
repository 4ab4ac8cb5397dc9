// NovelAI: JSON under `Comment` beside `Software: NovelAI`; in WebP, both inside one JSON of EXIF's UserComment.
import { samplerNamed, scheduleNamed } from './samplers.ts';
import {
	field,
	imported,
	numberOf,
	objectIn,
	seedOf,
	textOf,
	type Said,
	type Settings,
	type Tool,
	type Vocabulary,
} from './tool.ts';

export const novelai: Tool = {
	name: 'NovelAI',
	read(said) {
		const settings = settingsIn(said);
		return settings && imported('NovelAI', settings, vocabulary);
	},
};

function settingsIn({ text, exif }: Said): Settings | undefined {
	const whole = objectIn(exif.comment);
	const of = (key: string) => text(key) ?? textOf(whole?.get(key));
	if ((of('Software') ?? exif.software) !== 'NovelAI') return undefined;
	const settings = objectIn(of('Comment')) ?? (whole?.has('uc') ? whole : undefined);
	if (!settings) return undefined;
	const description = of('Description') ?? exif.description;
	return settings.has('prompt') || description === undefined
		? settings
		: new Map([['prompt', description], ...settings]);
}

const vocabulary: Vocabulary = {
	meanings: {
		prompt: value => field('prompt', inRoundBrackets(textOf(value))),
		uc: value => field('negative', inRoundBrackets(textOf(value))),
		width: value => field('width', numberOf(value)),
		height: value => field('height', numberOf(value)),
		seed: seedOf,
		steps: value => field('steps', numberOf(value)),
		scale: value => field('guidance', numberOf(value)),
		sampler: value => field('sampler', samplerNamed(textOf(value)?.replace(/^k_/, ''))),
		noise_schedule: value => (value === 'native' ? {} : field('schedule', scheduleNamed(value))),
		// Of one picture, and of one that starts from none.
		n_samples: value => (value === 1 ? {} : undefined),
		cfg_rescale: value => (value === 0 ? {} : undefined),
		uncond_scale: value => (value === 1 ? {} : undefined),
		strength: () => ({}),
		noise: () => ({}),
		v4_prompt: () => ({}),
		v4_negative_prompt: () => ({}),
	},
	about: ['signed_hash', 'request_type', 'version', 'legacy', 'legacy_uc', 'legacy_v3_extend'],
};

/** NovelAI's `{x}` weighs 1.05 times and `[x]` 1 / 1.05 times; its round brackets are text. Undefined where they do not pair. */
function inRoundBrackets(words: string | undefined): string | undefined {
	if (words === undefined) return undefined;
	const open: string[] = [];
	let paired = true;
	const written = words.replace(/[{}[\]()\\]/g, sign => {
		if (sign === '{' || sign === '[') open.push(sign);
		else if (sign === '}' || sign === ']') paired &&= open.pop() === (sign === '}' ? '{' : '[');
		return inA1111[sign];
	});
	return paired && open.length === 0 ? written : undefined;
}

const inA1111: Readonly<Record<string, string>> = {
	'{': '(',
	'}': ':1.05)',
	'[': '(',
	']': ':0.952)',
	'(': '\\(',
	')': '\\)',
	'\\': '\\\\',
};
