// The browser's side of the harness: VS Code's colours, and a host that plays a scene and answers as the real one does.
import type { FromStudio, StudioPicture, ToStudio } from '../../../webview/protocol.ts';
import { running, scenes, samples } from './scenes.ts';
import { themes } from './themes.ts';

/** What a test reaches for as `studioHost`. */
export interface StudioHost {
	/** All that the page has said since it was loaded. */
	readonly sent: FromStudio[];
	/** Speaks to the page. */
	say(message: ToStudio): void;
	readonly make: { readonly running: typeof running; readonly samples: typeof samples };
}

const asked = new URLSearchParams(location.search);
const scene = asked.get('scene') ?? 'empty';
const stateKey = 'studio-state';
let pictures: readonly StudioPicture[] = [];

const host: StudioHost = {
	sent: [],
	say(message) {
		if (message.type === 'snapshot') pictures = message.pictures;
		dispatchEvent(new MessageEvent('message', { data: message }));
	},
	make: { running, samples },
};

const answers: { readonly [T in FromStudio['type']]?: (asked: Extract<FromStudio, { type: T }>) => void } = {
	ready: () =>
		void scenes[scene]?.().then(messages => {
			messages.forEach(host.say);
			document.documentElement.dataset['scene'] = 'set';
		}),
	generate: ({ count, recipe: { width, height, steps } }) =>
		host.say({ type: 'progress', stage: 'queue', step: 0, total: steps, picture: 0, count, seconds: 0, width, height }),
	cancel: () => (scene === 'deaf' ? undefined : host.say({ type: 'finished', outcome: 'cancelled' })),
	insert: ({ picture }) => host.say({ type: 'placed', picture, how: 'inserted', where: 'docs/guide.md' }),
	saveTo: ({ picture }) => host.say({ type: 'placed', picture, how: 'saved', where: 'img/picture.png' }),
	remove: ({ picture }) => host.say({ type: 'removed', picture }),
	reuse: ({ picture }) => {
		const { start: _, ...recipe } = pictures.find(({ id }) => id === picture)?.recipe ?? {};
		host.say({ type: 'recipe', recipe });
	},
	useAsStart: ({ picture }) => {
		const one = pictures.find(({ id }) => id === picture);
		if (one) host.say({ type: 'start', start: { name: one.recipe.prompt, bytes: one.bytes } });
	},
	setStart: ({ name, bytes }) => host.say({ type: 'start', start: { name, bytes } }),
	clearStart: () => host.say({ type: 'start' }),
};

wear(asked.get('theme') ?? 'light-modern');
Object.assign(globalThis, {
	studioHost: host,
	acquireVsCodeApi: () => ({
		getState: () => JSON.parse(sessionStorage.getItem(stateKey) ?? 'null') ?? undefined,
		setState: (state: unknown) => sessionStorage.setItem(stateKey, JSON.stringify(state)),
		postMessage(message: FromStudio) {
			host.sent.push(message);
			const answer = answers[message.type] as ((asked: FromStudio) => void) | undefined;
			// A real host answers after the page's own turn has ended.
			queueMicrotask(() => answer?.(message));
		},
	}),
});

function wear(name: string): void {
	const theme = themes[name];
	if (!theme) throw new Error(`There is no theme ${name}.`);
	const { style } = document.documentElement;
	style.setProperty('--vscode-font-family', 'system-ui, "Segoe UI", Ubuntu, sans-serif');
	style.setProperty('--vscode-font-size', '13px');
	for (const [colour, value] of Object.entries(theme.colours)) style.setProperty(`--vscode-${colour}`, value);
	const body = (): void => {
		document.body.className = theme.kind;
		document.body.dataset['vscodeThemeKind'] = theme.kind;
	};
	if (document.body) body();
	else addEventListener('DOMContentLoaded', body);
}
