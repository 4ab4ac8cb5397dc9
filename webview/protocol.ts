// What the Studio's page and its host say to each other, and the page that the host serves: the panel's only door.
import type { ModelCard, ProgressParams, StatusParams } from '../sidecar/protocol/methods.ts';
import type { PictureFormat } from '../sidecar/protocol/picture.ts';
import type { Recipe } from '../sidecar/protocol/recipe.ts';

/**
 * From the page to its host.
 *
 * The host owns everything that must outlive a hidden page: pictures, the start picture, the running job, the target
 * document. The page owns the words and numbers being edited and keeps them with `setState`. One job runs at a time;
 * while one runs the page sends no second `generate`, and the host answers one with a failure.
 */
export type FromStudio =
	/** The page listens: the host answers with a `snapshot`, each time. */
	| { readonly type: 'ready' }
	/** Make `count` pictures; the host adds the start picture it holds when `strength` is given. */
	| {
			readonly type: 'generate';
			readonly recipe: Omit<Recipe, 'start'>;
			readonly count: number;
			readonly strength?: number;
	  }
	/** Stop the job; said again when it still runs seconds later, by all means. */
	| { readonly type: 'cancel' }
	/** Write the picture beside the target document and link it there. Answered by `placed` or `failure`. */
	| { readonly type: 'insert'; readonly picture: string }
	/** Ask where to, then write it there. Answered by `placed`, by `failure`, or not at all when the person thinks again. */
	| { readonly type: 'saveTo'; readonly picture: string }
	/** Forget the picture. Nothing on disk changes. */
	| { readonly type: 'remove'; readonly picture: string }
	/** Bring back the picture's recipe: answered by `start` and `recipe`. */
	| { readonly type: 'reuse'; readonly picture: string }
	/** Begin from this result from now on. Answered by `start`. */
	| { readonly type: 'useAsStart'; readonly picture: string }
	/** Begin from a file dropped or pasted here. Answered by `start`, or by `failure` when it is no picture. */
	| { readonly type: 'setStart'; readonly name: string; readonly bytes: Uint8Array }
	/** Let the person choose a file to begin from. */
	| { readonly type: 'chooseStart' }
	/** Begin from nothing again. Answered by `start`. */
	| { readonly type: 'clearStart' }
	| { readonly type: 'copySeed'; readonly seed: number }
	/** Open Limn's settings: device, format, model folders. */
	| { readonly type: 'openSettings' }
	/** A button of a failure was pressed: `action` is the id that came with it. */
	| { readonly type: 'act'; readonly action: string };

/** From the host to its page. */
export type ToStudio =
	| ({ readonly type: 'snapshot' } & Snapshot)
	| ({ readonly type: 'progress' } & Running)
	/** One finished picture, at once; the job may go on. */
	| { readonly type: 'picture'; readonly picture: StudioPicture }
	/** The job ended: always sent once for each `generate`; on `failed`, after its `failure`. */
	| { readonly type: 'finished'; readonly outcome: 'done' | 'cancelled' | 'failed' }
	/** Something failed, running job or not. Stays until the person closes it or generates again. */
	| ({ readonly type: 'failure' } & StudioFailure)
	/** A picture was inserted or saved: `where` as people read it, such as `docs/guide.md`. */
	| { readonly type: 'placed'; readonly picture: string; readonly how: Placed['how']; readonly where: string }
	| { readonly type: 'removed'; readonly picture: string }
	| ({ readonly type: 'status' } & StudioStatus)
	| { readonly type: 'models'; readonly models: readonly ModelCard[] }
	/** The document that Insert writes to changed; absent when there is none. */
	| { readonly type: 'target'; readonly target?: Target }
	/** The picture to begin from changed; absent when there is none. */
	| { readonly type: 'start'; readonly start?: StartPicture }
	/** Fill the form: fields left out stay as they are; a seed given here is locked. */
	| { readonly type: 'recipe'; readonly recipe: RecipeDraft };

/** Everything the page shows but does not own. */
export interface Snapshot {
	/** Empty while they are being listed; a `models` message follows. */
	readonly models: readonly ModelCard[];
	/** The model a new panel starts with: an id of `models`. */
	readonly model: string;
	readonly status: StudioStatus;
	/** Newest first, at most `mostPictures`. */
	readonly pictures: readonly StudioPicture[];
	readonly running?: Running;
	readonly target?: Target;
	readonly start?: StartPicture;
	readonly failure?: StudioFailure;
	/**
	 * What the form should hold, when the host has a wish: the selected text, a recipe read from a picture, the last
	 * recipe of a panel that was closed. Left out, the page goes on with what it kept.
	 */
	readonly recipe?: RecipeDraft;
}

/** The parts of a recipe to put into the form. The start picture travels by itself; only its strength is here. */
export type RecipeDraft = Partial<Omit<Recipe, 'start'>> & { readonly strength?: number };

/** The running job. The host sends the first one as soon as it accepts a `generate`, with stage `queue`. */
export interface Running extends Omit<ProgressParams, 'job'> {
	/** How many pictures the job makes; `picture` counts from 0. */
	readonly count: number;
	/** Pixels of the picture on its way. */
	readonly width: number;
	readonly height: number;
}

export interface StudioPicture {
	/** Names the picture between page and host; never reused. */
	readonly id: string;
	readonly bytes: Uint8Array;
	readonly format: PictureFormat;
	readonly width: number;
	readonly height: number;
	readonly recipe: Recipe;
	readonly modelName: string;
	/** The device as people read it, such as `CPU`. */
	readonly device: string;
	/** Wall-clock seconds it took, all stages. */
	readonly seconds: number;
	/** Things the person should know, such as words beyond the text encoder's window. */
	readonly notes: readonly string[];
	readonly placed: readonly Placed[];
}

/** Where a picture has been put. */
export interface Placed {
	readonly how: 'inserted' | 'saved';
	readonly where: string;
}

export interface StartPicture {
	/** The file's name, or the words of the picture it was. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** The document that Insert writes to. */
export interface Target {
	/** Its file name, such as `guide.md`. */
	readonly name: string;
}

export interface StudioStatus extends Pick<StatusParams, 'state' | 'waiting'> {
	/** The device in use as people read it, such as `CPU` or `NVIDIA RTX 4090 (CUDA)`; absent until one is known. */
	readonly device?: string;
	/** One sentence more, such as why the GPU is not used. */
	readonly detail?: string;
}

/** A failure in words, with buttons. The first action is the one to press. */
export interface StudioFailure {
	readonly what: string;
	readonly next: string;
	readonly actions: readonly { readonly id: string; readonly label: string }[];
}

/** The pictures a host keeps for its page; older ones go first. */
export const mostPictures = 60;

/** The most pictures of one job. */
export const mostAtOnce = 8;

/** What the page's HTML needs from its host; addresses as the page sees them (`asWebviewUri`). */
export interface PageParts {
	/** `webview.cspSource`. */
	readonly cspSource: string;
	/** Fresh for each page, letters and digits. */
	readonly nonce: string;
	/** `dist/studio.js` */
	readonly script: string;
	/** `dist/studio.css` */
	readonly style: string;
	/** `dist/codicons/codicon.css`; the elements' icons look its link up by id. */
	readonly codicons: string;
}

/**
 * The page: what the host assigns to `webview.html`, with `enableScripts` and `localResourceRoots: [dist]`.
 *
 * The policy reaches no network: scripts by nonce, styles, fonts and pictures from `dist/`, and pictures the page makes
 * of bytes (`blob:`). Lit's own styles are constructed sheets, which the
 * policy does not concern.
 */
export function studioPage({ cspSource, nonce, script, style, codicons }: PageParts): string {
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src ${cspSource}`,
		`font-src ${cspSource}`,
		`img-src ${cspSource} blob:`,
	].join('; ');
	return `<!DOCTYPE html>
<html lang="en">
	<head>
		<meta charset="UTF-8" />
		<meta http-equiv="Content-Security-Policy" content="${policy}" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<title>Limn Studio</title>
		<link rel="stylesheet" href="${codicons}" id="vscode-codicon-stylesheet" />
		<link rel="stylesheet" href="${style}" />
	</head>
	<body>
		<div id="studio"></div>
		<script type="module" nonce="${nonce}" src="${script}"></script>
	</body>
</html>
`;
}
