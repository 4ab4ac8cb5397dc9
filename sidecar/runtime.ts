// The runtime of this process: one engine, opened on first use, and the devices it can use.
import { fusedDialect, type Dialect } from '../models/graph/dialect.ts';
import { cApiEngine } from './engine/c-api-engine.ts';
import { runtimeLibrary } from './engine/locate.ts';
import type { Engine } from './engine/session.ts';
import type { DeviceProbeResult, InitializeResult, LogParams } from './protocol/methods.ts';
import type { Device, DeviceWish } from './protocol/picture.ts';

/** Where a job's networks run, and in which operators they are written there. */
export interface Place {
	readonly device: Device;
	readonly dialect: Dialect;
}

export interface Runtime {
	engine(): Promise<Engine>;
	introduce(): Promise<InitializeResult['runtime']>;
	probe(wish: DeviceWish): Promise<DeviceProbeResult>;
	/** Throws `noDevice`. */
	place(wish: DeviceWish): Promise<Place>;
}

export function openRuntime(_log: (level: LogParams['level'], text: string) => void): Runtime {
	let opened: Promise<Engine> | undefined;
	const engine = () => (opened ??= runtimeLibrary(process.env).then(library => cApiEngine(library, {})));
	return {
		engine,
		introduce: async () => ({ version: (await engine()).version, engine: (await engine()).kind }),
		probe: async () => ({ chosen: 'cpu', reports: [] }),
		place: async () => ({ device: 'cpu', dialect: fusedDialect }),
	};
}
