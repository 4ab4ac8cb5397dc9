// From the command line to what a recipe adds to its model.
import { additionName } from '../library/additions.ts';
import type { Lora } from '../protocol/recipe.ts';
import type { Options, Values } from './command.ts';
import { bad, texts } from './values.ts';

export const additionOptions: Options = { lora: { type: 'string', multiple: true } };

/** `NAME[:WEIGHT[:ENCODERWEIGHT]]`, the weights as A1111 counts them: the second is the first where it is left out. */
export function loras(values: Values): Lora[] | undefined {
	const given = texts(values, 'lora').map(text => {
		const [, named, first, second] = /^(.+?)(?::(-?[\d.]+))?(?::(-?[\d.]+))?$/.exec(text) ?? [];
		const [unet, encoder] = [Number(first ?? 1), Number(second ?? first ?? 1)];
		if (named === undefined || Number.isNaN(unet + encoder))
			throw bad('lora', `must look like NAME:0.8, not “${text}”`);
		return { name: isPath(named) ? additionName(named) : named, unet, encoder };
	});
	return given.length === 0 ? undefined : given;
}

/** Files that were named by their paths, for the sidecar to look in. */
export function additionPaths(values: Values): readonly string[] {
	return texts(values, 'lora')
		.map(text => text.replace(/(:-?[\d.]+){1,2}$/, ''))
		.filter(isPath);
}

const isPath = (named: string): boolean => /[/\\]|\.safetensors$/i.test(named);
