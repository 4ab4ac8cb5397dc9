// SwarmUI: JSON with `sui_image_params` where A1111 keeps its text.
import type { Recipe } from '../../protocol/recipe.ts';
import { samplerNamed, scheduleNamed } from './samplers.ts';
import {
	field,
	imported,
	modelName,
	numberOf,
	objectIn,
	seedOf,
	settingsOf,
	textOf,
	type Settings,
	type Tool,
	type Vocabulary,
} from './tool.ts';

export const swarm: Tool = {
	name: 'SwarmUI',
	read({ text, exif }) {
		const settings = settingsOf(objectIn(text('parameters') ?? exif.comment)?.get('sui_image_params'));
		if (!settings) return undefined;
		const { recipe, ...rest } = imported('SwarmUI', settings, vocabulary);
		// ComfyUI runs its pictures, and weighs their words.
		return { ...rest, recipe: { ...recipe, emphasis: 'comfy' } };
	},
};

const vocabulary: Vocabulary = {
	meanings: {
		prompt: value => field('prompt', textOf(value)),
		negativeprompt: value => field('negative', textOf(value)),
		model: modelName,
		width: value => field('width', numberOf(value)),
		height: value => field('height', numberOf(value)),
		seed: seedOf,
		steps: value => field('steps', numberOf(value)),
		cfgscale: value => field('guidance', numberOf(value)),
		sampler: value => field('sampler', samplerNamed(value)),
		scheduler: value => field('schedule', scheduleNamed(value)),
		// It counts from the end: −1 leaves nothing out.
		clipstopatlayer: value => field('clipSkip', -(numberOf(value) ?? NaN)),
		variationseed: (_, settings) => variation(settings),
		variationseedstrength: (_, settings) => variation(settings),
		original_prompt: () => ({}),
	},
	about: [
		'swarm_version',
		'date',
		'generation_time',
		'aspectratio',
		'images',
		'imageformat',
		'nopreviews',
		'wildcardseed',
		'used_wildcards',
		'batchsize',
	],
};

function variation(settings: Settings): Partial<Recipe> | undefined {
	const [seed, strength] = [numberOf(settings.get('variationseed')), numberOf(settings.get('variationseedstrength'))];
	if (strength === 0 || strength === undefined) return {};
	return seed === undefined ? undefined : { variation: { seed, strength } };
}
