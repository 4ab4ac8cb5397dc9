// A picture as it crosses the wire: encoded bytes with the recipe inside, and how it came to be.
import { z } from 'zod';
import type { Recipe } from './recipe.ts';

/** The file formats Limn writes. */
export const pictureFormats = ['png', 'webp', 'avif', 'jpeg'] as const;
export const PictureFormat = z.enum(pictureFormats);
export type PictureFormat = z.infer<typeof PictureFormat>;

/** The devices a picture can be made on; `auto` takes the best one that passes its self-test. */
export const devices = ['cuda', 'webgpu', 'dml', 'coreml', 'cpu'] as const;
export type Device = (typeof devices)[number];
export const deviceWishes = ['auto', ...devices] as const;
export const DeviceWish = z.enum(deviceWishes);
export type DeviceWish = z.infer<typeof DeviceWish>;

/** A step over a finished picture as people write it: its name alone, or with options beside it. */
export type WrittenStep = string | { readonly step: string; readonly [option: string]: unknown };

/** How a picture came to be: never inside the file, so that one recipe gives the same bytes each time. */
export interface Making {
	readonly device: Device;
	/** The model that ran: its name and the SHA-256 that names its weights (first 10 hex digits as A1111 shows it). */
	readonly modelName: string;
	readonly modelHash: string;
	/** Wall-clock seconds by stage. */
	readonly seconds: {
		readonly load: number;
		readonly encode: number;
		readonly steps: number;
		readonly decode: number;
		readonly write: number;
	};
}

export interface Picture {
	/** The encoded file, recipe inside. */
	readonly bytes: Uint8Array;
	readonly format: PictureFormat;
	readonly width: number;
	readonly height: number;
	/** This very picture's recipe: picture i of a batch has seed + i. */
	readonly recipe: Recipe;
	readonly making: Making;
	/** Things the user should know, such as words beyond the text encoder's window. */
	readonly notes: readonly string[];
}

/** The format that a file's name asks for by its ending, if it is one that Limn writes. */
export function formatOf(name: string): PictureFormat | undefined {
	const [, ending = ''] = /\.(\w+)$/.exec(name) ?? [];
	const said = ending.toLowerCase();
	return said === 'jpg' ? 'jpeg' : pictureFormats.find(format => format === said);
}
