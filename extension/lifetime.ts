// Who ends what: a base class that ends all it owns, and a slot that ends what it replaces.

/** Whatever can be ended; VS Code's own disposables are. */
export interface Endable {
	dispose(): unknown;
}

/** Something that lives and must be ended. Ending it ends all it owns, last first. */
export abstract class Disposable implements Endable {
	#owned: Endable[] = [];
	#ended = false;

	/** True once ended: look again after an `await`. */
	protected get ended(): boolean {
		return this.#ended;
	}

	/** Ties `thing` to this life and gives it back; a thing that comes too late is ended at once. */
	protected own<T extends Endable>(thing: T): T {
		if (this.#ended) thing.dispose();
		else this.#owned.push(thing);
		return thing;
	}

	dispose(): void {
		if (this.#ended) return;
		this.#ended = true;
		for (const thing of this.#owned.reverse()) thing.dispose();
		this.#owned = [];
	}
}

/** A slot for the one current thing of its kind; a new one ends the old. */
export class Current<T extends Endable> implements Endable {
	#value: T | undefined;

	get value(): T | undefined {
		return this.#value;
	}

	set(value: T | undefined): void {
		const old = this.#value;
		this.#value = value;
		if (old !== value) old?.dispose();
	}

	dispose(): void {
		this.set(undefined);
	}
}
