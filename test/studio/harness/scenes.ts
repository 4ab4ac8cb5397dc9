// The states a person may find the Studio in, each as the messages that lead there.
import { wording } from '../../../sidecar/protocol/wording.ts';
import type { Snapshot, StudioPicture, ToStudio } from '../../../webview/protocol.ts';
import { largeCard, sketchCard, wordlessCard } from './models.ts';
import { preview, sample } from './pictures.ts';

/** The answers to `ready`, by the scene's name. */
export const scenes: Readonly<Record<string, () => Promise<readonly ToStudio[]>>> = {
	loading: async () => [snapshot({ models: [], target: guide })],
	empty: async () => [snapshot({ target: guide })],
	unknown: async () => [snapshot({ target: guide, recipe: { prompt: 'a cyberpunk dragon on a blue background, 8k' } })],
	/** A model that reads no words, while the form still holds some and a start picture. */
	wordless: async () => [
		snapshot({
			models: [sketchCard, wordlessCard],
			model: wordlessCard.id,
			recipe: { ...recipe, model: wordlessCard.id },
			start: { name: 'a yellow circle', bytes: (await large()).bytes },
		}),
	],
	starting: async () => [snapshot({ target: guide, recipe, running: running('load', 0, 1) })],
	running: async () => [
		snapshot({ target: guide, recipe, pictures: (await samples()).slice(0, 3), running: running('step', 12, 20) }),
	],
	/** A job that goes on whatever is said. */
	deaf: async () => [snapshot({ target: guide, recipe, running: running('decode', 0, 1) })],
	results: async () => [snapshot({ target: guide, recipe, pictures: await samples() })],
	homeless: async () => [snapshot({ recipe, pictures: (await samples()).slice(0, 2) })],
	failure: async () => [snapshot({ target: guide, recipe, pictures: (await samples()).slice(0, 2) }), outOfMemory],
	start: async () => [
		snapshot({
			models: [largeCard, sketchCard],
			model: largeCard.id,
			status: { state: 'idle', waiting: 0, device: 'NVIDIA RTX 4090 (CUDA)' },
			recipe: { prompt: 'a calm sea under a low sun, gouache', model: largeCard.id, seed: 7, strength: 0.45 },
			start: { name: 'a yellow circle on a blue background', bytes: (await large()).bytes },
			pictures: [await large()],
			target: guide,
		}),
	],
};

/** A snapshot of a panel with the built-in model and nothing else, but for what is given. */
export function snapshot(given: Partial<Snapshot>): ToStudio {
	return {
		type: 'snapshot',
		models: [sketchCard, largeCard],
		model: sketchCard.id,
		status: { state: 'idle', waiting: 0, device: 'CPU', detail: 'No GPU passed its self-test.' },
		pictures: [],
		...given,
	};
}

/** A job of four 64 px pictures, in its second. */
export function running(
	stage: 'load' | 'step' | 'decode',
	step: number,
	total: number,
): NonNullable<Snapshot['running']> {
	const on = { stage, step, total, picture: stage === 'load' ? 0 : 1, count: 4, seconds: 1.84, width: 64, height: 64 };
	return stage === 'step' ? { ...on, preview: preview(64) } : on;
}

/** Seven 64 px pictures, the newest first. */
export async function samples(): Promise<readonly StudioPicture[]> {
	const words = [
		{ colour: 'red', shape: 'star', background: 'lightblue' },
		{ colour: 'gold', shape: 'circle', background: 'black' },
		{ colour: 'green', shape: 'triangle', background: 'white' },
		{ colour: 'purple', shape: 'gem', background: 'white' },
		{ colour: 'orange', shape: 'square', background: 'black' },
		{ colour: 'white', shape: 'star', background: 'black' },
		{ colour: 'blue', shape: 'gem', background: 'lightgreen' },
	];
	const placed = [{ how: 'inserted', where: 'docs/guide.md' }] as const;
	return Promise.all(
		words.map((word, i) => sample(String(words.length - i), word, { width: 64, height: 64 }, i === 1 ? placed : [])),
	);
}

const guide = { name: 'guide.md' };
const recipe = { prompt: 'a red star on a blue background' };
const outOfMemory: ToStudio = {
	type: 'failure',
	...wording({ kind: 'outOfMemory', detail: '6.1 GB needed, 3.9 GB free', width: 1024, height: 1024 }),
	actions: [
		{ id: 'smaller', label: 'Use 512 × 512' },
		{ id: 'device', label: 'Choose another device' },
		{ id: 'log', label: 'Show log' },
	],
};

function large(): Promise<StudioPicture> {
	return sample('1', { colour: 'gold', shape: 'circle', background: 'steelblue' }, { width: 768, height: 512 }, []);
}
