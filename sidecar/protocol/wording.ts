// What people read when something fails: what happened, why, and what to do. The one table; the editor adds buttons.
import type { AdditionKind, Failure, FileTrouble, PlaceTrouble } from './failure.ts';

export interface Wording {
	/** What happened and why, one sentence each. */
	readonly what: string;
	/** What to do about it. */
	readonly next: string;
}

const fileTroubles: Record<FileTrouble, string> = {
	exists: 'it exists already, and Limn never overwrites a file unasked',
	missing: 'the file or its folder does not exist',
	denied: 'permission was denied',
	full: 'the disk is full',
	notAFile: 'it is not a plain file, or what it lies in is not a folder',
	tooLarge: 'it is too large',
	other: 'the system reported an error',
};

const placeTroubles: Record<PlaceTrouble, (document: string) => Wording> = {
	none: () => ({
		what: 'There is no Markdown document to put the picture into.',
		next: 'Open one and put the cursor where the picture goes.',
	}),
	notMarkdown: document => ({
		what: `“${document}” is not a Markdown document, so Limn does not know how to link a picture in it.`,
		next: 'Open a Markdown document, or generate into a folder.',
	}),
	untitled: document => ({
		what: `“${document}” has no file yet, so a link in it has no folder to start from.`,
		next: 'Save it, then try again.',
	}),
	readOnly: document => ({
		what: `“${document}” or its file system is read-only.`,
		next: 'Open a copy that can be changed, or generate into a folder.',
	}),
};

const detailed = (why: FileTrouble, detail: string): string =>
	why === 'other' && detail ? `${fileTroubles.other} (${detail})` : fileTroubles[why];

/** Words a failure for a person. */
export function wording(failure: Failure): Wording {
	switch (failure.kind) {
		case 'cancelled':
			return { what: 'Cancelled.', next: 'Pictures that were finished stay.' };
		case 'restricted':
			return {
				what: 'This workspace is not trusted, and Limn starts no process in one that is not.',
				next: 'Trust the workspace, then try again.',
			};
		case 'noPlace':
			return placeTroubles[failure.why](failure.document);
		case 'badRecipe':
			return { what: `The ${failure.field} ${failure.why}.`, next: 'Change it and try again.' };
		case 'modelMissing':
			return {
				what: `There is no model “${failure.model}”.`,
				next: `Name ${[...failure.known, ''].join(', or ')}a .safetensors file, or the folder that holds its model_index.json.`,
			};
		case 'modelRefused':
			return {
				what: `Limn does not open ${failure.file}: ${failure.why}.`,
				next: 'Choose a Stable Diffusion 1, 2 or XL checkpoint (.safetensors), or the folder of a diffusers model.',
			};
		case 'modelBroken':
			return {
				what: `The model file ${failure.file} cannot be used: ${failure.why}.`,
				next: 'Download or copy it again.',
			};
		case 'additionMissing':
			return {
				what: `There is no ${additions[failure.what].is} “${failure.name}” in the model folders.`,
				next:
					failure.known.length === 0
						? `Put it into ${additions[failure.what].lies}, or into a folder that Limn is told to look in.`
						: `There ${failure.known.length === 1 ? 'is' : 'are'} ${failure.known.join(', ')}.`,
			};
		case 'additionRefused':
			return {
				what: `The ${additions[failure.what].is} ${failure.file} cannot be used: ${failure.why}.`,
				next: `Choose one that was made for this kind of model, or leave it out.`,
			};
		case 'brokenNumbers':
			return {
				what: `The network gave numbers that are not finite (NaN) during ${stages[failure.stage]}, so there is no picture.`,
				next: 'Try another seed or a lower guidance; if it happens each time, the model file is damaged.',
			};
		case 'outOfMemory':
			return {
				what: `There was not enough memory for ${failure.width} × ${failure.height} pixels (${failure.detail}).`,
				next: 'Make the picture smaller, close other programs that use the device, or choose another device.',
			};
		case 'noDevice':
			return {
				what: `No device can run this (asked for: ${failure.wish}). ${failure.reasons.map(({ device, why }) => `${device}: ${why}`).join('; ')}.`,
				next: 'Set the device to auto or cpu, or run “limn doctor” to see what is missing.',
			};
		case 'runtimeMismatch':
			return {
				what: `${failure.file} is not the ONNX Runtime that Limn needs (${failure.needed}): it is ${failure.found}.`,
				next: 'Install Limn again, or remove the setting that names another runtime library.',
			};
		case 'cannotWrite':
			return {
				what: `${failure.path} was not written: ${detailed(failure.why, failure.detail)}.`,
				next: 'Choose another file or folder.',
			};
		case 'cannotRead':
			return {
				what: `${failure.path} cannot be read: ${detailed(failure.why, failure.detail)}.`,
				next: 'Check the path.',
			};
		case 'badPicture':
			return {
				what: `${failure.path} is not a picture that Limn can read: ${failure.why}.`,
				next: 'Use a PNG, JPEG, WebP or AVIF file.',
			};
		case 'noRecipe':
			return {
				what: `${failure.path} carries no recipe.`,
				next: 'Pictures of Limn, A1111, ComfyUI, InvokeAI, Fooocus, SwarmUI and NovelAI do, unless it was taken out of them.',
			};
		case 'sidecarDied':
			return {
				what: `The process that makes pictures ended (${failure.exit}).`,
				next: 'Try again: it starts anew by itself. Its last lines are in the log.',
			};
		case 'sidecarGivesUp':
			return {
				what: `The process that makes pictures ended ${failure.deaths} times in three minutes.`,
				next: 'Look at the log, run the doctor, then start it again by hand.',
			};
		case 'versionMismatch':
			return {
				what: `The editor speaks version ${failure.mine} of Limn's protocol and the sidecar version ${failure.theirs}.`,
				next: 'Reload the window; if that does not help, install Limn again.',
			};
		case 'internal':
			return {
				what: `Something in Limn went wrong: ${failure.detail.replace(/\.?(\n[^]*)?$/, '')}.`,
				next: 'Please report it with the log.',
			};
	}
}

/** What a recipe adds to a model: its name, and where other programs keep theirs. */
const additions: Record<AdditionKind, { readonly is: string; readonly lies: string }> = {
	lora: { is: 'LoRA', lies: 'the “Lora” folder beside your checkpoints' },
	controlnet: { is: 'ControlNet', lies: 'the “ControlNet” folder beside your checkpoints' },
	embedding: { is: 'embedding', lies: 'the “embeddings” folder' },
};

const stages = { encode: 'reading the prompt', step: 'a step', decode: 'decoding the picture' } as const;

/** Both sentences in one line, for a terminal or a log. */
export function sentence(failure: Failure): string {
	const { what, next } = wording(failure);
	return `${what} ${next}`;
}
