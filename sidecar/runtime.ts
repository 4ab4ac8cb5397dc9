// The runtime of this process: one engine, opened on first use, and the devices it was proved to work on.
import type { Dialect } from '../models/graph/dialect.ts';
import { devicesOf, type Devices } from './engine/devices.ts';
import type { Engine } from './engine/session.ts';
import { startEngine } from './engine/start.ts';
import type { DeviceProbeResult } from './protocol/methods.ts';
import type { Device, DeviceWish } from './protocol/picture.ts';

/** Where a job's networks run, and the operators they are written in there. */
export interface Place {
	readonly device: Device;
	readonly dialect: Dialect;
}

export interface Runtime {
	readonly devices: Devices;
	engine(): Promise<Engine>;
	/** What each device that `wish` allows said, and which runtime was asked. */
	probe(wish: DeviceWish): Promise<DeviceProbeResult>;
}

/** `entry`: this very program, which proves devices when it is started with `--probe`. */
export function openRuntime(entry: string, warn: (text: string) => void): Runtime {
	const devices = devicesOf(entry, warn);
	let opened: Promise<Engine> | undefined;

	function engine(): Promise<Engine> {
		if (opened) return opened;
		const opening = devices.engineKind().then(kind => startEngine(kind, {}));
		// An engine that did not start is tried anew by the next question.
		opening.catch(() => (opened = undefined));
		opened = opening;
		return opening;
	}

	return {
		devices,
		engine,
		async probe(wish) {
			const { version, kind } = await engine();
			return { ...(await devices.probe(wish)), runtime: { version, engine: kind } };
		},
	};
}
