// A ControlNet on a model: opened as a part of its own, run before the UNet, its answers added at the UNet's seams.
// One graph for both is not to be had: the runtime takes the weights of a session from one folder.
import { z } from 'zod';
import type { Feeds, Part, Run } from '../family.ts';
import type { GraphChange } from '../graph/change.ts';
import { add } from '../graph/layers.ts';
import { parseJson } from '../json.ts';
import { controlTensors } from '../single-file/control-names.ts';
import { unetConfig } from '../single-file/configs.ts';
import { versionOfContext } from '../single-file/versions.ts';
import { controlnet, ControlNetConfig } from '../stable-diffusion/controlnet.ts';
import { part } from '../weights/part.ts';
import { float32, type Tensor } from '../tensor.ts';
import { refuseSurplus } from '../weights/weights.ts';
import type { Addition } from './addition.ts';
import { refused } from './failures.ts';
import type { AddedFile } from './file.ts';

/** A ControlNet that is known to fit a model's UNet. */
export interface ControlNet {
	readonly part: Part;
	/** Latent channels that it looks at. */
	readonly channels: number;
}

/** `config`: the text of its config.json, if it has one. Throws `additionRefused` where it does not fit `unet`. */
export function openControlNet(file: AddedFile, config: string | undefined, unet: Part): ControlNet {
	const tensors = controlTensors(file.tensors);
	const settings = configOf(file, config, tensors);
	const { part: own, asked } = part('controlnet', [{ ...file, tensors }], g => controlnet(g, settings));
	refuseSurplus([{ ...file, tensors }], asked, /^$/);
	for (const name of ['conv_in.weight', ...textNames(own)]) {
		const [mine, its] = [own.weights.get(name), unet.weights.get(name)];
		// An inpainting UNet takes more channels than its ControlNet.
		const fits = mine && its && (name === 'conv_in.weight' ? mine[0] === its[0] : mine.join() === its.join());
		if (!fits) throw refused('controlnet', file.path, `its ${name} does not fit: ${elsewhere}`);
	}
	return { part: own, channels: settings.unet.in_channels };
}

const elsewhere = 'it was made for another kind of model';

/** The layers by which a UNet and its ControlNet must be alike: those that look at the words. */
const textNames = ({ weights }: Part): string[] =>
	[...weights.keys()].filter(name => name.endsWith('.attn2.to_k.weight'));

function configOf(file: AddedFile, text: string | undefined, tensors: AddedFile['tensors']): ControlNetConfig {
	const broken = (why: string) => refused('controlnet', file.path, `its config: ${why}`);
	const told = text === undefined ? derived(tensors) : parseJson(text, broken);
	const parsed = ControlNetConfig.safeParse(told);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw broken(`${issue.path.join('.')}: ${issue.message}`);
}

/** What the shapes tell, in diffusers' words. */
function derived(tensors: AddedFile['tensors']): unknown {
	const context = [...tensors].find(([name]) => name.endsWith('.attn2.to_k.weight'))?.[1].dims[1] ?? 0;
	const config = unetConfig(tensors, versionOfContext(context), 64);
	const { out_channels: _none, ...half } = z.record(z.string(), z.unknown()).parse(config);
	return half;
}

/** One use of a ControlNet. */
export interface Control {
	readonly net: ControlNet;
	/** [1, 3, H, W] in [0, 1]. */
	readonly hint: Tensor;
	readonly weight: number;
	/** The shares of the steps between which it acts. */
	readonly start: number;
	readonly end: number;
}

/** How far a drawing is: step `step` of `steps` is next. */
export interface Moment {
	readonly step: number;
	readonly steps: number;
}

/** What controls add to a UNet. `now` is asked before each run of it. */
export function controlled(controls: readonly Control[], now: () => Moment): Addition {
	let nothing: Feeds | undefined;
	return {
		change: seams,
		async feeds(given, run) {
			const { step, steps } = now();
			// As diffusers' pipelines decide it.
			const acting = controls.filter(({ start, end }) => step / steps >= start && (step + 1) / steps <= end);
			const answers: Feeds[] = [];
			for (const control of acting) answers.push(await answer(control, control.weight, given, run));
			if (answers.length > 0) return summed(answers);
			return (nothing ??= summed([await answer(controls[0], 0, given, run)]));
		},
	};
}

async function answer({ net, hint }: Control, weight: number, given: Feeds, run: Run): Promise<Feeds> {
	const sample = firstChannels(given['sample'], net.channels);
	return await run(net.part, { ...given, sample, hint, weight: float32(Float32Array.of(weight), [1]) });
}

/** An inpainting UNet is shown the mask behind the latents; a ControlNet is not. */
function firstChannels(sample: Tensor, channels: number): Tensor {
	const [, all, height, width] = sample.dims;
	if (all === channels) return sample;
	return float32((sample.data as Float32Array).subarray(0, channels * height * width), [1, channels, height, width]);
}

function summed(answers: readonly Feeds[]): Feeds {
	const [first, ...others] = answers;
	const sums = Object.entries(first).map(([name, { data, dims }]) => {
		const rest = others.map(other => other[name].data as Float32Array);
		const sum = Float32Array.from(data as Float32Array, (value, i) => rest.reduce((sum, more) => sum + more[i], value));
		return [inputOf(name), float32(sum, dims)];
	});
	return Object.fromEntries(sums);
}

const inputOf = (seam: string): string => `control ${seam}`;

/** An input of the same size at every seam, added there. */
const seams: GraphChange = {
	key: 'controls',
	load: async () => g => ({
		...g,
		seam(name, value, channels) {
			const input = inputOf(name);
			return add(g, value, g.input(input, 'float32', [1, channels, `${input} height`, `${input} width`]));
		},
	}),
};
