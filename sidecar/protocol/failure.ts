// Everything that can go wrong, as one union: thrown where the facts are known, worded in wording.ts.

/** Why a file could not be written or read, in the words of the operating system's error codes. */
export type FileTrouble = 'exists' | 'missing' | 'denied' | 'full' | 'notAFile' | 'tooLarge' | 'other';

/** Why an editor's document cannot take a picture. */
export type PlaceTrouble = 'none' | 'notMarkdown' | 'untitled' | 'readOnly';

/** What a recipe may add to a model. */
export type AdditionKind = 'lora' | 'controlnet' | 'embedding';

export type Failure =
	| { readonly kind: 'cancelled' }
	| { readonly kind: 'restricted' }
	| { readonly kind: 'noPlace'; readonly document: string; readonly why: PlaceTrouble }
	| { readonly kind: 'badRecipe'; readonly field: string; readonly why: string }
	| { readonly kind: 'modelMissing'; readonly model: string; readonly known: readonly string[] }
	| { readonly kind: 'modelRefused'; readonly file: string; readonly why: string }
	| { readonly kind: 'modelBroken'; readonly file: string; readonly why: string }
	| {
			readonly kind: 'additionMissing';
			readonly what: AdditionKind;
			readonly name: string;
			readonly known: readonly string[];
	  }
	| { readonly kind: 'additionRefused'; readonly what: AdditionKind; readonly file: string; readonly why: string }
	| {
			readonly kind: 'brokenNumbers';
			readonly stage: 'encode' | 'step' | 'decode';
			readonly step: number;
			readonly of: number;
	  }
	| { readonly kind: 'outOfMemory'; readonly detail: string; readonly width: number; readonly height: number }
	| {
			readonly kind: 'noDevice';
			readonly wish: string;
			readonly reasons: readonly { readonly device: string; readonly why: string }[];
	  }
	| { readonly kind: 'runtimeMismatch'; readonly file: string; readonly found: string; readonly needed: string }
	| { readonly kind: 'cannotWrite'; readonly path: string; readonly why: FileTrouble; readonly detail: string }
	| { readonly kind: 'cannotRead'; readonly path: string; readonly why: FileTrouble; readonly detail: string }
	| { readonly kind: 'badPicture'; readonly path: string; readonly why: string }
	| { readonly kind: 'noRecipe'; readonly path: string }
	| { readonly kind: 'sidecarDied'; readonly exit: string; readonly lastLines: readonly string[] }
	| { readonly kind: 'sidecarGivesUp'; readonly deaths: number; readonly lastLines: readonly string[] }
	| { readonly kind: 'versionMismatch'; readonly mine: number; readonly theirs: number }
	| { readonly kind: 'internal'; readonly detail: string };

export type FailureKind = Failure['kind'];

/** A failure on its way up: the only thing Limn throws on purpose. */
export class FailureError extends Error {
	override readonly name = 'FailureError';
	readonly failure: Failure;
	constructor(failure: Failure) {
		super(JSON.stringify(failure));
		this.failure = failure;
	}
}

/** Makes the error to throw: `throw fail({ kind: 'cancelled' })`. */
export function fail(failure: Failure): FailureError {
	return new FailureError(failure);
}

/** The failure inside whatever was thrown; anything that is not a failure becomes `internal` with its text. */
export function failureOf(thrown: unknown): Failure {
	if (thrown instanceof FailureError) return thrown.failure;
	if (thrown instanceof Error && thrown.name === 'AbortError') return { kind: 'cancelled' };
	return { kind: 'internal', detail: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
}
