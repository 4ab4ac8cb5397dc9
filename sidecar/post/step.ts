// What a step of post-processing is: a name, the options it takes, and pixels in, pixels out.
import { z } from 'zod';
import { checked } from '../params.ts';
import type { Rgba } from './rgba.ts';

/** What is known of a picture besides its pixels. Lengths are pixels, places begin at the upper left corner. */
export interface Facts {
	/** The point that an engine turns and places the picture by, as shares of width and height. */
	readonly pivot?: { readonly x: number; readonly y: number };
	/** How far the four edges of a nine-slice reach in. */
	readonly slices?: Slices;
	/** How visible the seam is when the picture repeats: up to 1, no more than the picture's own lines. */
	readonly seam?: number;
	/** Pixels along one cell of the grid that was found in pixel art. */
	readonly grid?: number;
	/** The background that was taken away. */
	readonly key?: string;
}

export interface Slices {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** A picture on its way through the steps. */
export interface Work {
	readonly picture: Rgba;
	readonly facts: Facts;
	/** Things the user should know. */
	readonly notes: readonly string[];
}

/** Reads a file that a step's options name; who asks decides which files may be read. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

export type Act = (work: Work, read: ReadFile) => Work | Promise<Work>;

export interface Step {
	readonly name: string;
	/** What it does, for a list of steps. */
	readonly summary: string;
	readonly options: z.ZodObject;
	/** Checks the options, before any picture is there. Throws `badRecipe`. */
	prepare(options: unknown): Act;
	/** The files that these options name. */
	files(options: unknown): readonly string[];
}

interface Definition<Options extends z.ZodObject> {
	readonly name: string;
	readonly summary: string;
	readonly options: Options;
	readonly files?: (options: z.output<Options>) => readonly string[];
	readonly act: (work: Work, options: z.output<Options>, read: ReadFile) => Work | Promise<Work>;
}

/** A step of the list. */
export function step<Options extends z.ZodObject>({ name, summary, options, files, act }: Definition<Options>): Step {
	return {
		...{ name, summary, options },
		prepare(given) {
			const whole = checked(options, given);
			return (work, read) => act(work, whole, read);
		},
		files: given => files?.(checked(options, given)) ?? [],
	};
}

/** The work with new pixels of the same shape. */
export function repainted(work: Work, picture: Rgba): Work {
	return { ...work, picture };
}

/** The work with a picture of another shape: what was known of places in the old one does not hold in it. */
export function reshaped(work: Work, picture: Rgba): Work {
	const { pivot: _pivot, slices: _slices, ...facts } = work.facts;
	return { ...work, picture, facts };
}

export function noted(work: Work, note: string): Work {
	return { ...work, notes: [...work.notes, note] };
}

/** A colour as options write it. */
export const Colour = z
	.string()
	.regex(/^#?[0-9a-fA-F]{6}$/, 'must be six hex digits, such as #ff00ff')
	.meta({ description: 'A colour: six hex digits, such as #ff00ff.' });

/** A side of a picture. */
export const Side = z.int().min(1).max(4096);
