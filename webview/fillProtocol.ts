// What the page of missing pictures and its host say to each other.
import type { PictureFormat } from '../sidecar/protocol/picture.ts';

/** From the page to its host; `id` names a row. */
export type FromFill =
	/** The page listens: answered by `rows`, and by the pictures there are. */
	| { readonly type: 'ready' }
	/** Other words or another size. A picture that was made already no longer holds. */
	| {
			readonly type: 'edit';
			readonly id: number;
			readonly words: string;
			readonly width: number;
			readonly height: number;
	  }
	/** Draw every row that waits. */
	| { readonly type: 'draw' }
	| { readonly type: 'cancel' }
	/** Draw this one again, with another seed. */
	| { readonly type: 'redo'; readonly id: number }
	/** Whether the row is to be written. */
	| { readonly type: 'keep'; readonly id: number; readonly keep: boolean }
	/** Write every kept picture, all in one. */
	| { readonly type: 'write' }
	/** Take back what was written, as far as nobody changed it. */
	| { readonly type: 'undo' };

/** One missing picture. */
export interface FillRow {
	readonly id: number;
	readonly path: string;
	readonly document: string;
	readonly words: string;
	/** Pixels; 0 where the reference asks for none. */
	readonly width: number;
	readonly height: number;
	readonly keep: boolean;
	readonly state: 'waiting' | 'drawing' | 'done' | 'failed';
	/** How far it is, or why it failed. */
	readonly note: string;
}

export type ToFill =
	| {
			readonly type: 'rows';
			readonly rows: readonly FillRow[];
			readonly phase: 'plan' | 'drawing' | 'written';
			/** How long the rest will take, in words; empty where nothing waits. */
			readonly estimate: string;
	  }
	| { readonly type: 'picture'; readonly id: number; readonly format: PictureFormat; readonly bytes: Uint8Array };
