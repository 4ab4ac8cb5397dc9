// All that the page knows, and how each message of the host changes it.
import { hears } from '../sidecar/protocol/hearing.ts';
import type { ModelCard } from '../sidecar/protocol/methods.ts';
import type { Recipe } from '../sidecar/protocol/recipe.ts';
import { blankDraft, freshSeed, withSomeModel, withRecipe, type Draft } from './draft.ts';
import { mostPictures, type Snapshot, type StudioFailure, type StudioPicture, type ToStudio } from './protocol.ts';

export interface State extends Omit<Snapshot, 'recipe' | 'model' | 'failure'> {
	/** Whether the host has answered yet. */
	readonly known: boolean;
	/** The model to fall back to. */
	readonly model: string;
	readonly failure?: StudioFailure | undefined;
	readonly draft: Draft;
	/** The picture on the stage, if it is still there. */
	readonly selected?: string | undefined;
	/** Whether the stage shows the running job rather than the selected picture. */
	readonly watching: boolean;
	/** A generate was sent and the host has not spoken of it yet. */
	readonly asked: boolean;
	/** Whether a cancel was sent, and whether the job still runs seconds later. */
	readonly cancel: 'no' | 'asked' | 'stuck';
	readonly settingsOpen: boolean;
	readonly advancedOpen: boolean;
}

/** What survives a reload by `setState`. */
export type Kept = Pick<State, 'draft' | 'selected' | 'settingsOpen' | 'advancedOpen'>;

/** The page before the host has answered. */
export function firstState(kept: Partial<Kept> | undefined, wide: boolean): State {
	return {
		known: false,
		models: [],
		model: '',
		status: { state: 'idle', waiting: 0 },
		pictures: [],
		watching: false,
		asked: false,
		cancel: 'no',
		settingsOpen: kept?.settingsOpen ?? wide,
		advancedOpen: kept?.advancedOpen ?? false,
		selected: kept?.selected,
		draft: { ...blankDraft, seed: freshSeed(), ...kept?.draft },
	};
}

/** The part of a state to keep. */
export function kept({ draft, selected, settingsOpen, advancedOpen }: State): Kept {
	return { draft, selected, settingsOpen, advancedOpen };
}

/** The card of the model in the form, while it is there. */
export function chosenCard({ models, draft }: State): ModelCard | undefined {
	return models.find(({ id }) => id === draft.model);
}

/** Whether the model in the form hears a field of the recipe; one that is gone may hear all. */
export function heard(state: State, field: keyof Recipe): boolean {
	const card = chosenCard(state);
	return card === undefined || hears(card, field);
}

/** Whether a job runs or was just asked for. */
export function busy(state: State): boolean {
	return state.asked || state.running !== undefined;
}

/** The picture on the stage: the selected one, else the newest. */
export function selectedPicture(state: State): StudioPicture | undefined {
	return state.pictures.find(({ id }) => id === state.selected) ?? state.pictures[0];
}

/** The state after a message. */
export function receive(state: State, message: ToStudio): State {
	switch (message.type) {
		case 'snapshot': {
			const { type: _, recipe, ...snapshot } = message;
			const { running: _running, target: _target, start: _start, failure: _failure, ...rest } = state;
			const draft = withSomeModel(state.draft, snapshot.models, snapshot.model);
			return {
				...rest,
				...snapshot,
				known: true,
				asked: false,
				cancel: 'no',
				watching: snapshot.running !== undefined,
				draft: recipe ? withRecipe(draft, recipe, snapshot.models) : draft,
			};
		}
		case 'progress': {
			const { type: _, ...running } = message;
			// A step without a preview of its own keeps the last one of the same picture, so that the stage does not flicker.
			const before = state.running?.picture === running.picture ? state.running.preview : undefined;
			const preview = running.preview ?? before;
			return { ...state, asked: false, running: preview ? { ...running, preview } : running };
		}
		case 'picture': {
			const others = state.pictures.filter(({ id }) => id !== message.picture.id);
			const pictures = [message.picture, ...others].slice(0, mostPictures);
			return { ...state, pictures, selected: state.watching ? message.picture.id : state.selected };
		}
		case 'finished': {
			const { running: _, ...rest } = state;
			return { ...rest, asked: false, cancel: 'no', watching: false };
		}
		case 'failure': {
			const { type: _, ...failure } = message;
			return { ...state, failure };
		}
		case 'placed': {
			const { picture, how, where } = message;
			return {
				...state,
				pictures: state.pictures.map(one =>
					one.id === picture ? { ...one, placed: [...one.placed, { how, where }] } : one,
				),
			};
		}
		case 'removed': {
			const at = state.pictures.findIndex(({ id }) => id === message.picture);
			const pictures = state.pictures.filter(({ id }) => id !== message.picture);
			const selected =
				state.selected === message.picture ? pictures[Math.min(at, pictures.length - 1)]?.id : state.selected;
			return { ...state, pictures, selected };
		}
		case 'status': {
			const { type: _, ...status } = message;
			return { ...state, status };
		}
		case 'models':
			return { ...state, models: message.models, draft: withSomeModel(state.draft, message.models, state.model) };
		case 'target': {
			const { target: _, ...rest } = state;
			return message.target ? { ...rest, target: message.target } : rest;
		}
		case 'start': {
			const { start: _, ...rest } = state;
			return message.start ? { ...rest, start: message.start } : rest;
		}
		case 'recipe':
			return { ...state, draft: withRecipe(state.draft, message.recipe, state.models) };
	}
}
