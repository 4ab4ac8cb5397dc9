// InvokeAI: JSON under `invokeai_metadata`, of its version 3 and later.
import { samplerNamed } from './samplers.ts';
import {
	field,
	imported,
	modelName,
	numberOf,
	objectIn,
	seedOf,
	settingsOf,
	textOf,
	type Tool,
	type Vocabulary,
} from './tool.ts';

export const invoke: Tool = {
	name: 'InvokeAI',
	read({ text }) {
		const settings = objectIn(text('invokeai_metadata'));
		if (!settings) return undefined;
		const { recipe, left, ...rest } = imported('InvokeAI', settings, vocabulary);
		const weighs = [recipe.prompt, recipe.negative].some(words => words !== undefined && compelWeight.test(words));
		// Its own grammar of weights is not read: brackets are text, and signs that weigh are told of.
		return {
			...rest,
			recipe: { ...recipe, emphasis: 'none' },
			left: weighs ? [...left, 'weights in the prompt'] : left,
		};
	},
};

/** `word++` and `(words)1.3`, as the library compel weighs. */
const compelWeight = /[\p{L}\p{N})"](?:\+{1,4}|-{1,4})(?=[\s,.]|$)|\)\d/u;

const vocabulary: Vocabulary = {
	meanings: {
		positive_prompt: value => field('prompt', textOf(value)),
		negative_prompt: value => field('negative', textOf(value)),
		width: value => field('width', numberOf(value)),
		height: value => field('height', numberOf(value)),
		seed: seedOf,
		steps: value => field('steps', numberOf(value)),
		cfg_scale: value => field('guidance', numberOf(value)),
		scheduler(value) {
			const name = textOf(value) ?? '';
			const sampler = samplerNamed(name.replace(/_k$/, ''));
			return sampler && { sampler, ...(name.endsWith('_k') ? { schedule: 'karras' as const } : {}) };
		},
		// It counts as diffusers does: 0 leaves nothing out.
		clip_skip: value => field('clipSkip', (numberOf(value) ?? NaN) + 1),
		model(value) {
			const model = settingsOf(value);
			return modelName(model?.get('model_name') ?? model?.get('name'));
		},
		// Both draw their noise as torch does on the processor.
		rand_device: value => (value === 'cpu' ? {} : undefined),
		generation_mode: value => (textOf(value)?.endsWith('txt2img') ? {} : undefined),
	},
	about: ['app_version', '_canvas_objects', 'canvas_v2_metadata', 'strength', 'cfg_rescale_multiplier'],
};
