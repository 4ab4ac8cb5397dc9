// What a picture begins from, by the options --init, --strength, --image-guidance, --mask, --mask-blur and --outpaint.
import { createHash } from 'node:crypto';
import { readWhole } from '../files/read.ts';
import type { Margins } from '../pictures/outpaint.ts';
import { largestFile, readCanvas } from '../pictures/read.ts';
import type { Recipe } from '../protocol/recipe.ts';
import type { Options, Values } from './command.ts';
import { bad, number, text } from './values.ts';

/** The options of a beginning. */
export const beginningOptions: Options = {
	init: { type: 'string' },
	strength: { type: 'string' },
	'image-guidance': { type: 'string' },
	mask: { type: 'string' },
	'mask-blur': { type: 'string' },
	outpaint: { type: 'string' },
};

type Start = NonNullable<Recipe['start']>;

export interface Beginning {
	/** Absent where the picture is drawn from words alone. */
	readonly start?: Start;
	/** The bytes that `start` names. */
	readonly picture?: Uint8Array;
	readonly mask?: Uint8Array;
	/** The size of a canvas that was extended, which is then that of the picture. */
	readonly size?: { readonly width: number; readonly height: number };
}

/** How much is drawn anew where nobody says; a canvas that is extended has nothing to keep there. */
const usualStrength = { init: 0.75, outpaint: 1 };

/** Reads the files that the options name. `carried` is what a recipe of `--from` began from: it must be the same. */
export async function readBeginning(values: Values, carried: Start | undefined): Promise<Beginning> {
	const init = text(values, 'init');
	if (init === undefined) {
		if (carried) throw bad('start', 'is a picture, which must be given with --init');
		const surplus = Object.keys(beginningOptions).find(name => values[name] !== undefined);
		if (surplus !== undefined) throw bad(surplus, 'has no meaning without --init');
		return {};
	}
	const given = await filesOf(values, init);
	refuseOther('start', carried?.picture, given.picture, init);
	refuseOther('mask', carried?.mask, given.mask, text(values, 'mask') ?? '--outpaint');
	const blur = number(values, 'mask-blur') ?? carried?.maskBlur;
	if (blur !== undefined && !given.mask) throw bad('mask-blur', 'has no meaning without --mask or --outpaint');
	const imageGuidance = number(values, 'image-guidance') ?? carried?.imageGuidance;
	const usual = usualStrength[given.size ? 'outpaint' : 'init'];
	const start = {
		picture: hash(given.picture),
		strength: number(values, 'strength') ?? carried?.strength ?? usual,
		...(given.mask ? { mask: hash(given.mask) } : {}),
		...(blur === undefined ? {} : { maskBlur: blur }),
		...(imageGuidance === undefined ? {} : { imageGuidance }),
	};
	return { ...given, start };
}

interface Files {
	readonly picture: Uint8Array;
	readonly mask?: Uint8Array;
	readonly size?: { readonly width: number; readonly height: number };
}

async function filesOf(values: Values, init: string): Promise<Files> {
	const picture = await readWhole(init, largestFile);
	const [mask, outpaint] = [text(values, 'mask'), text(values, 'outpaint')];
	if (outpaint === undefined)
		return mask === undefined ? { picture } : { picture, mask: await readWhole(mask, largestFile) };
	if (mask !== undefined) throw bad('mask', 'is made by --outpaint: give one of the two');
	if (values['size'] !== undefined) throw bad('size', 'is that of the extended picture: leave it out with --outpaint');
	const { width, height, ...files } = await readCanvas(init, picture, marginsOf(outpaint));
	return { ...files, size: { width, height } };
}

/** `left=64,bottom=32`. */
function marginsOf(asked: string): Margins {
	const margins = { left: 0, right: 0, top: 0, bottom: 0 };
	for (const part of asked.split(',')) {
		const [, side, pixels] = /^\s*(left|right|top|bottom)=(\d{1,4})\s*$/.exec(part) ?? [];
		if (side === undefined) throw bad('outpaint', `must look like left=64,bottom=32, not “${asked}”`);
		margins[side as keyof Margins] = Number(pixels);
	}
	return margins;
}

function refuseOther(field: string, carried: string | undefined, given: Uint8Array | undefined, file: string): void {
	if (carried !== undefined && given === undefined) throw bad(field, 'is a picture, which must be given with --mask');
	if (carried !== undefined && given && hash(given) !== carried) throw bad(field, `is another picture than ${file}`);
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
