// The Studio's page: holds the state, draws it, and carries messages between the person and the host.
import { render } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import './style.css';
import type { Act } from './act.ts';
import { keepAddresses } from './addresses.ts';
import { announcement } from './announce.ts';
import { freshSeed, order } from './draft.ts';
import { pageKeys } from './keys.ts';
import type { FromStudio, ToStudio } from './protocol.ts';
import { focusSelected } from './results.ts';
import { ready } from './run.ts';
import { takeFile } from './start.ts';
import { busy, chosenCard, firstState, kept, receive, type Kept, type State } from './state.ts';
import { page } from './view.ts';

interface Host {
	postMessage(message: FromStudio): void;
	getState(): Partial<Kept> | undefined;
	setState(kept: Kept): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.getElementById('studio') ?? document.body;
/** From this width on the recipe and the pictures stand side by side; style.css has the same number. */
const wide = matchMedia('(min-width: 720px)');

let state = firstState(host.getState(), wide.matches);
let said = '';
/** Runs out when a cancelled job goes on: then Cancel can be pressed again. */
let patience: ReturnType<typeof setTimeout> | undefined;

const act: Act = {
	edit: draft => show({ ...state, draft }),
	send: message => host.postMessage(message),
	generate() {
		commitField();
		if (!ready(state)) return;
		const draft = state.draft.lockSeed ? state.draft : { ...state.draft, seed: freshSeed() };
		show({ ...state, draft, asked: true, watching: true, failure: undefined });
		host.postMessage(order(draft, chosenCard(state), state.start !== undefined));
	},
	cancel() {
		if (!busy(state) || state.cancel === 'asked') return;
		show({ ...state, cancel: 'asked' });
		host.postMessage({ type: 'cancel' });
		clearTimeout(patience);
		patience = setTimeout(() => (state.cancel === 'asked' ? show({ ...state, cancel: 'stuck' }) : undefined), 3000);
	},
	select: picture => show({ ...state, selected: picture, watching: false }),
	watch: () => show({ ...state, watching: true }),
	open: (part, open) => (state[part] === open ? undefined : show({ ...state, [part]: open })),
	dismiss: () => show({ ...state, failure: undefined }),
};

/** Takes over what is typed in a field but not yet entered. */
function commitField(): void {
	const field = document.activeElement;
	if (field?.localName === 'vscode-textfield') field.dispatchEvent(new Event('change'));
}

function show(next: State): void {
	const focused = document.activeElement;
	const place = focused?.closest('#results, .run');
	state = next;
	host.setState(kept(state));
	render(page(state, stageBox(), said, act), root);
	keepAddresses(new Set([...state.pictures, ...(state.start ? [state.start] : [])].map(({ bytes }) => bytes)));
	// Focus goes with what it was on: a removed picture's to its neighbour, Cancel's to Generate.
	if (focused && !focused.isConnected) {
		if (place?.id === 'results') focusSelected();
		else if (place) document.getElementById('generate')?.focus();
	}
}

/** The stage's room: the width it has, and most of the window's height. */
function stageBox(): { width: number; height: number } {
	const stage = root.querySelector('.stage');
	return { width: stage?.clientWidth || innerWidth - 32, height: Math.max(192, innerHeight * 0.6) };
}

addEventListener('message', (event: MessageEvent<ToStudio>) => {
	said = announcement(state, event.data) ?? said;
	show(receive(state, event.data));
});
addEventListener('resize', () => show(state));
addEventListener('keydown', event => pageKeys(event, act), { capture: true });
addEventListener('paste', event => void takeFile(event.clipboardData, act));

show(state);
// The first drawing gives the stage its width, the second uses it.
show(state);
host.postMessage({ type: 'ready' });
