// What a list for an engine is: a name, and text made of pages.
import type { Page } from '../page.ts';

/** What a sheet says of itself to those who list it. */
export interface Listed {
	readonly out: string;
	readonly padding: number;
	readonly extrude: number;
	/** Godot: where the manifest's folder lies. */
	readonly resources: string;
}

export interface TextFile {
	/** From the manifest's folder. */
	readonly path: string;
	readonly text: string;
}

export interface SheetOutput<Name extends string> {
	readonly name: Name;
	readonly summary: string;
	write(pages: readonly Page[], sheet: Listed): TextFile[];
}

export function sheetOutput<Name extends string>(output: SheetOutput<Name>): SheetOutput<Name> {
	return output;
}

/** The path without its `.png`. */
export const stemOf = (path: string): string => path.replace(/\.png$/, '');
/** The last name of a path: lists lie beside the pictures they name. */
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const json = (value: unknown): string => `${JSON.stringify(value, undefined, '\t')}\n`;
