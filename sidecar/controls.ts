// A recipe's ControlNets, each with its picture as it looks at it.
import { setImmediate as turn } from 'node:timers/promises';
import type { Addition } from '../models/additions/addition.ts';
import { openControlNet, type Control } from '../models/additions/controlnet.ts';
import type { Part } from '../models/family.ts';
import { preprocessors } from '../models/preprocessors/index.ts';
import type { RgbPicture } from '../models/preprocessors/picture.ts';
import { float32, type Tensor } from '../models/tensor.ts';
import type { FoundAddition } from './library/additions.ts';
import { readRgb } from './pictures/read.ts';
import type { Control as Wish, PreprocessorName, Recipe } from './protocol/recipe.ts';

/** Opens each file and makes of each picture what it is to see. Throws `additionRefused` and `badPicture`. */
export async function openControls(
	{ width, height }: Pick<Recipe, 'width' | 'height'>,
	found: readonly { readonly wish: Wish; readonly file: FoundAddition }[],
	pictures: readonly Uint8Array[],
	unet: Part,
	additions: (part: Part) => readonly Addition[],
): Promise<Control[]> {
	const controls: Control[] = [];
	for (const [i, { wish, file }] of found.entries()) {
		const net = openControlNet(file, await file.config(), unet);
		const part = net.part.changed(additions(net.part).map(({ change }) => change));
		const rgb = await readRgb(`The picture for ${wish.model}`, pictures[i], width, height);
		const hint = await hintOf(wish.preprocessor, { rgb, width, height });
		controls.push({ net: { ...net, part }, hint, weight: wish.weight, start: wish.start, end: wish.end });
	}
	return controls;
}

/** [1, 3, height, width] in [0, 1]. */
async function hintOf(preprocessor: PreprocessorName, picture: RgbPicture): Promise<Tensor> {
	const work = preprocessors[preprocessor](picture);
	let state = work.next();
	for (; !state.done; state = work.next()) await turn();
	const { rgb, width, height } = state.value;
	const size = width * height;
	const data = new Float32Array(size * 3);
	for (let channel = 0; channel < 3; channel++) {
		for (let i = 0; i < size; i++) data[channel * size + i] = rgb[i * 3 + channel] / 255;
		await turn();
	}
	return float32(data, [1, 3, height, width]);
}
