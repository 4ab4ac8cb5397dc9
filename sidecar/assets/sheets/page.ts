// A page of a sheet, and the sprites on it.
import type { Slices } from '../../post/step.ts';

/** A sprite's place: where its pixels lie on the page, and where they lay in the whole picture. */
export interface Frame {
	readonly name: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** The picture before its transparent border was left out: its size, and where the stored part begins. */
	readonly whole: { readonly width: number; readonly height: number; readonly left: number; readonly top: number };
	/** As shares of the whole picture, from the upper left corner. */
	readonly pivot: { readonly x: number; readonly y: number };
	readonly slices: Slices | undefined;
}

export interface Page {
	/** The picture's path from the manifest's folder. */
	readonly image: string;
	readonly width: number;
	readonly height: number;
	readonly frames: readonly Frame[];
}
