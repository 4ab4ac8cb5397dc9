// Remembers what was made lately, by name: a promise is kept once, and forgotten when it is rejected.

export class Recent<Value> {
	readonly #most: number;
	readonly #kept = new Map<string, Promise<Value>>();

	constructor(most: number) {
		this.#most = most;
	}

	/** What `name` stands for: remembered, or made now. The least recently asked for is forgotten first. */
	get(name: string, make: () => Promise<Value>): Promise<Value> {
		const known = this.#kept.get(name);
		const value = known ?? make();
		this.#kept.delete(name);
		this.#kept.set(name, value);
		if (!known) {
			value.catch(() => {
				if (this.#kept.get(name) === value) this.#kept.delete(name);
			});
			for (const oldest of [...this.#kept.keys()].slice(0, -this.#most)) this.#kept.delete(oldest);
		}
		return value;
	}

	clear(): void {
		this.#kept.clear();
	}
}
