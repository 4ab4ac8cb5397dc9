// Which networks are loaded: opened when first run, kept while memory lasts, the longest unused model let go first.
import { setImmediate as turn } from 'node:timers/promises';
import type { Part } from '../models/family.ts';
import type { Dialect } from '../models/graph/dialect.ts';
import type { Engine, Session } from './engine/session.ts';
import type { Device } from './protocol/picture.ts';

/** Whose networks they are, and where they run. */
export interface Tenant {
	/** The model's id. */
	readonly id: string;
	/** As people know it. */
	readonly name: string;
	/** Bytes of its weights: what its networks take when all are loaded. */
	readonly bytes: number;
	readonly device: Device;
	readonly threads: number;
	/** The operators that its networks may use there. */
	readonly dialect: Dialect;
}

interface Room {
	readonly part: string;
	readonly tenant: Tenant;
	readonly session: Promise<Session>;
}

export class Residency {
	readonly #engine: () => Promise<Engine>;
	readonly #budget: number;
	/** By part and device, the most recently used last. */
	readonly #rooms = new Map<string, Room>();
	#loads = 0;

	/** `budget`: bytes of weights that may be loaded at once on the processor. */
	constructor(engine: () => Promise<Engine>, budget: number) {
		this.#engine = engine;
		this.#budget = budget;
	}

	/** Names of the models that have a network loaded. */
	get loaded(): readonly string[] {
		return [...new Set([...this.#rooms.values()].map(({ tenant }) => tenant.name))];
	}

	/** Whether a network is being loaded. */
	get loading(): boolean {
		return this.#loads > 0;
	}

	/** The loaded network; `onLoad` is told when it must be loaded first. */
	async session(part: Part, tenant: Tenant, signal: AbortSignal, onLoad: () => void): Promise<Session> {
		const key = `${tenant.device} ${part.key}`;
		const known = this.#rooms.get(key);
		if (known) {
			this.#rooms.delete(key);
			this.#rooms.set(key, known);
			return await known.session;
		}
		this.#loads++;
		try {
			onLoad();
			return await this.#load(key, part, tenant, signal);
		} finally {
			this.#loads--;
		}
	}

	/** Lets go of every network. Nothing may be running. */
	async drop(): Promise<void> {
		await this.#release(() => true);
	}

	/** Lets go of a model's networks that are none of `parts`: a network is not kept twice for what is written into it. */
	async retain(id: string, parts: readonly Part[]): Promise<void> {
		const keys = new Set(parts.map(({ key }) => key));
		await this.#release(({ tenant, part }) => tenant.id === id && !keys.has(part));
	}

	async #load(key: string, part: Part, tenant: Tenant, signal: AbortSignal): Promise<Session> {
		await this.#makeRoom(tenant);
		const { device, threads, dialect } = tenant;
		const session = this.#engine().then(async engine =>
			engine.open(await part.build(dialect, turn), { device, threads }, signal),
		);
		this.#rooms.set(key, { part: part.key, tenant, session });
		// A network that did not load is tried anew next time.
		session.catch(() => this.#rooms.delete(key));
		return await session;
	}

	/**
	 * Lets other models go, the longest unused first, until `tenant` fits. Of a device's own memory nothing is known:
	 * one model at a time lives there.
	 */
	async #makeRoom(tenant: Tenant): Promise<void> {
		const budget = tenant.device === 'cpu' ? this.#budget : 0;
		const others = new Map([...this.#rooms.values()].map(room => [room.tenant.id, room.tenant]));
		others.delete(tenant.id);
		let bytes = [...others.values()].reduce((sum, other) => sum + other.bytes, tenant.bytes);
		for (const other of others.values()) {
			if (bytes <= budget) return;
			await this.#release(({ tenant: { id } }) => id === other.id);
			bytes -= other.bytes;
		}
	}

	async #release(leaves: (room: Room) => boolean): Promise<void> {
		const leaving = [...this.#rooms].filter(([, room]) => leaves(room));
		for (const [key] of leaving) this.#rooms.delete(key);
		for (const [, { session }] of leaving) await (await session).release();
	}
}
