// From the command line to what a recipe adds to its model.
import { createHash } from 'node:crypto';
import { readWhole } from '../files/read.ts';
import { additionName } from '../library/additions.ts';
import { largestFile } from '../pictures/read.ts';
import { preprocessorNames, type Control, type Lora } from '../protocol/recipe.ts';
import type { Options, Values } from './command.ts';
import { bad, texts } from './values.ts';

export const additionOptions: Options = {
	lora: { type: 'string', multiple: true },
	control: { type: 'string', multiple: true },
};

/** `NAME[:WEIGHT[:ENCODERWEIGHT]]`, the weights as A1111 counts them: the second is the first where it is left out. */
export function loras(values: Values): Lora[] | undefined {
	const given = texts(values, 'lora').map(text => {
		const [, named, first, second] = /^(.+?)(?::(-?[\d.]+))?(?::(-?[\d.]+))?$/.exec(text) ?? [];
		const [unet, encoder] = [Number(first ?? 1), Number(second ?? first ?? 1)];
		if (named === undefined || Number.isNaN(unet + encoder))
			throw bad('lora', `must look like NAME:0.8, not “${text}”`);
		return { name: nameOf(named), unet, encoder };
	});
	return given.length === 0 ? undefined : given;
}

/** Controls with the bytes of their pictures, in order. */
export interface Controls {
	readonly controls: Control[];
	readonly pictures: Uint8Array[];
}

/** Reads `MODEL=PICTURE[,preprocessor=NAME][,weight=X][,start=X][,end=X]`, and the pictures. */
export async function controls(values: Values): Promise<Controls> {
	const read: Controls = { controls: [], pictures: [] };
	for (const text of texts(values, 'control')) {
		const [, named, file, options] = /^([^=]+)=(.+?)((?:,(?:preprocessor|weight|start|end)=[^,]*)*)$/.exec(text) ?? [];
		if (named === undefined || file === undefined) throw bad('control', `must look like MODEL=PICTURE, not “${text}”`);
		const picture = await readWhole(file, largestFile);
		const given = new Map([...(options ?? '').matchAll(/,(\w+)=([^,]*)/g)].map(([, key, value]) => [key, value]));
		const share = (key: string, usual: number) => {
			const value = given.has(key) ? Number(given.get(key) || NaN) : usual;
			if (Number.isNaN(value)) throw bad('control', `must have a number as ${key}, not “${given.get(key)}”`);
			return value;
		};
		const wanted = given.get('preprocessor') ?? 'none';
		const preprocessor = preprocessorNames.find(name => name === wanted);
		if (!preprocessor)
			throw bad('control', `must have as preprocessor one of ${preprocessorNames.join(', ')}, not “${wanted}”`);
		read.pictures.push(picture);
		read.controls.push({
			model: nameOf(named),
			picture: createHash('sha256').update(picture).digest('hex'),
			preprocessor,
			weight: share('weight', 1),
			start: share('start', 0),
			end: share('end', 1),
		});
	}
	return read;
}

/** Files that were named by their paths, for the sidecar to look in. */
export function additionPaths(values: Values): readonly string[] {
	const loras = texts(values, 'lora').map(text => text.replace(/(:-?[\d.]+){1,2}$/, ''));
	const controls = texts(values, 'control').map(text => text.replace(/=.*$/, ''));
	return [...loras, ...controls].filter(isPath);
}

const nameOf = (named: string): string => (isPath(named) ? additionName(named) : named);

/** A name in Hugging Face's cache has a slash too; as a path it leads nowhere, and is found by its name all the same. */
const isPath = (named: string): boolean => /^\.{0,2}[/\\]|^[a-z]:[/\\]|\.safetensors$/i.test(named);
