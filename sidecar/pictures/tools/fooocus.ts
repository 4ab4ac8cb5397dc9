// Fooocus: JSON where A1111 keeps its text, unless it was told to write A1111's own.
import { samplerNamed, scheduleNamed } from './samplers.ts';
import { field, imported, modelName, numberOf, objectIn, seedOf, textOf, type Tool, type Vocabulary } from './tool.ts';

export const fooocus: Tool = {
	name: 'Fooocus',
	read({ text, exif }) {
		const settings = objectIn(text('parameters') ?? exif.comment);
		const scheme = text('fooocus_scheme') ?? exif.makerNote ?? settings?.get('metadata_scheme');
		if (scheme !== 'fooocus' || !settings?.has('prompt')) return undefined;
		const { recipe, ...rest } = imported('Fooocus', settings, vocabulary);
		return { ...rest, recipe: { ...recipe, emphasis: 'a1111' } };
	},
};

const vocabulary: Vocabulary = {
	meanings: {
		prompt: value => field('prompt', textOf(value)),
		negative_prompt: value => field('negative', textOf(value)),
		resolution(value) {
			const [, width, height] = /^\(?(\d{1,5})\s*[,x×*]\s*(\d{1,5})\)?$/.exec(textOf(value) ?? '') ?? [];
			return width === undefined ? undefined : { width: Number(width), height: Number(height) };
		},
		seed: seedOf,
		steps: value => field('steps', numberOf(value)),
		guidance_scale: value => field('guidance', numberOf(value)),
		sampler: value => field('sampler', samplerNamed(value)),
		scheduler: value => field('schedule', scheduleNamed(value)),
		base_model: modelName,
		clip_skip: value => field('clipSkip', numberOf(value)),
		refiner_model: value => (value === 'None' ? {} : undefined),
		vae: value => (textOf(value)?.startsWith('Default') ? {} : undefined),
		styles: value => (value === '[]' ? {} : undefined),
		// What the styles made of the prompt is said by the styles.
		full_prompt: () => ({}),
		full_negative_prompt: () => ({}),
		prompt_expansion: () => ({}),
	},
	about: [
		'version',
		'created_by',
		'metadata_scheme',
		'base_model_hash',
		'refiner_switch',
		'performance',
		'adaptive_cfg',
	],
};
