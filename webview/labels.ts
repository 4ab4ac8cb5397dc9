// The names that people read.
import type { EmphasisName, SamplerName, ScheduleName } from '../sidecar/protocol/recipe.ts';
import type { Placed, Running, StudioPicture } from './protocol.ts';

/** Samplers by the names their papers and other tools use. */
export const samplerLabels: Readonly<Record<SamplerName, string>> = {
	euler: 'Euler',
	'euler-ancestral': 'Euler ancestral',
	heun: 'Heun',
	'dpmpp-2m': 'DPM++ 2M',
	ddim: 'DDIM',
	ddpm: 'DDPM',
	pndm: 'PNDM',
	unipc: 'UniPC',
	lcm: 'LCM',
};

/** Schedules likewise. */
export const scheduleLabels: Readonly<Record<ScheduleName, string>> = {
	leading: 'Leading',
	trailing: 'Trailing',
	linspace: 'Linspace',
	karras: 'Karras',
	exponential: 'Exponential',
	'sgm-uniform': 'SGM uniform',
	ays: 'Align your steps',
};

/** Ways to read a prompt's brackets. */
export const emphasisLabels: Readonly<Record<EmphasisName, string>> = {
	a1111: 'A1111',
	comfy: 'ComfyUI',
	none: 'As they stand',
};

/** What brackets do, for who wonders. */
export const emphasisHints: Readonly<Record<EmphasisName, string>> = {
	a1111: 'Brackets weigh words: (more), [less], (more:1.3). A bracket as it stands is \\( or \\[.',
	comfy: 'Brackets weigh words: (more), (more:1.3). A bracket as it stands is \\(.',
	none: 'Brackets are read as they stand.',
};

/** What a picture is called: its prompt, or the model that drew it where it reads none. */
export function wordsOf({ recipe, modelName }: Pick<StudioPicture, 'recipe' | 'modelName'>): string {
	return recipe.prompt === '' ? modelName : recipe.prompt;
}

/** “Inserted in guide.md”. */
export function placedLabel({ how, where }: Placed): string {
	return how === 'inserted' ? `Inserted in ${where}` : `Saved to ${where}`;
}

/** What a running job does now: “Step 12 of 20 · picture 2 of 4”. */
export function runningLabel({ stage, step, total, picture, count }: Running): string {
	const doing = stage === 'step' ? `Step ${step} of ${total}` : stages[stage];
	return count > 1 ? `${doing} · picture ${picture + 1} of ${count}` : doing;
}

const stages: Readonly<Record<Exclude<Running['stage'], 'step'>, string>> = {
	queue: 'Waiting for its turn',
	load: 'Loading the model',
	encode: 'Reading the prompt',
	decode: 'Drawing the pixels',
	write: 'Packing the picture',
};

/** How much of the whole job is done, 0 to 1; the steps are nearly all of the work. */
export function fraction({ stage, step, total, picture, count }: Running): number {
	const done = stage === 'step' ? step / Math.max(total, 1) : stage === 'decode' || stage === 'write' ? 1 : 0;
	return (picture + done) / count;
}

/** Seconds as people read them: “0.8 s”, “12 s”, “2 min 5 s”. */
export function secondsLabel(seconds: number): string {
	if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** “64 × 64”. */
export function sizeLabel({ width, height }: { readonly width: number; readonly height: number }): string {
	return `${width} × ${height}`;
}
