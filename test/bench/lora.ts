// A LoRA on the built-in model: what it costs to add one, and to change its strength.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRandomLora } from '../fixtures/random-lora.ts';
import type { Figure, Measurement } from './measurements.ts';
import { askFor, never, noEvents, recipeFor, watchedSidecar } from './sidecar.ts';

const unet = '../../models/sketch/checkpoint/unet/diffusion_pytorch_model.safetensors';

export const lora: Measurement = {
	name: 'lora',
	async measure(): Promise<readonly Figure[]> {
		const folder = mkdtempSync(join(tmpdir(), 'limn-bench-'));
		writeRandomLora(join(folder, 'random.safetensors'), join(import.meta.dirname, unet), 8);
		const { sidecar } = watchedSidecar([folder]);
		const { models } = await sidecar.modelsList(never);
		const sketch = models.find(model => model.builtIn);
		if (!sketch) throw new Error('There is no built-in model.');
		const plain = recipeFor(sketch.defaults, 'a red star on a blue background', 1);
		const loading = async (strength: number): Promise<number> => {
			const recipe = { ...plain, loras: [{ name: 'random', unet: strength, encoder: 0 }] };
			const { pictures } = await askFor(sidecar, recipe, noEvents, never);
			return pictures[0].making.seconds.load * 1000;
		};
		await askFor(sidecar, plain, noEvents, never);
		const added = await loading(0.5);
		const changed = await loading(0.8);
		await sidecar.shutdown();
		rmSync(folder, { recursive: true });
		const what = 'Built-in model: loading';
		return [
			{
				what: `${what} for a LoRA`,
				value: added,
				unit: 'ms',
				method: 'the load stage of a picture; rank 8, all attentions',
			},
			{ what: `${what} for its new strength`, value: changed, unit: 'ms', goal: 10, method: 'the same; next picture' },
		];
	},
};
