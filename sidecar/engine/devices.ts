// Which devices work here: each is proved once, in a child process that may crash or hang without harm.
import { fusedDialect, plainDialect, type Dialect } from '../../models/graph/dialect.ts';
import { fail } from '../protocol/failure.ts';
import type { DeviceProbeResult } from '../protocol/methods.ts';
import type { Device, DeviceWish } from '../protocol/picture.ts';
import { inShort } from './failures.ts';
import { ask } from './probe.ts';
import { probeArguments, type ProbeRequest } from './probe-child.ts';
import { providers } from './providers/index.ts';
import type { Verdict } from './self-test.ts';
import type { Engine } from './session.ts';

/** Every act throws `cannotRead` or `runtimeMismatch` when there is no runtime library to prove a device with. */
export interface Devices {
	/** Proves the devices that a wish allows, best first, up to the first that works; `auto` refuses software adapters. */
	probe(wish: DeviceWish): Promise<Omit<DeviceProbeResult, 'runtime'>>;
	/** The device for a wish, and the operators it gets right; throws `noDevice` with every reason. */
	choose(wish: DeviceWish): Promise<{ readonly device: Device; readonly dialect: Dialect }>;
	/** The engine to use here: the C API where its self-check and its numbers are right, else the binding (safe mode). */
	engineKind(): Promise<Engine['kind']>;
}

type Proof = Verdict & { readonly device: Device };

/**
 * `entry`: a program that hands `--probe …` to probeChild, as the sidecar does. `log` is told why safe mode was entered, and
 * what a loader said where its reason is given in short.
 */
export function devicesOf(entry: string, log: (text: string) => void): Devices {
	const verdicts = new Map<string, Promise<Verdict>>();
	let kind: Promise<Engine['kind']> | undefined;

	function verdict(request: ProbeRequest): Promise<Verdict> {
		const key = probeArguments(request).join(' ');
		const known = verdicts.get(key) ?? shortened(request.device, ask(entry, request));
		verdicts.set(key, known);
		return known;
	}

	async function shortened(device: Device, asked: Promise<Verdict>): Promise<Verdict> {
		const told = await asked;
		const why = inShort(told.why);
		if (why !== told.why) log(`${device}: ${told.why}`);
		return { ...told, why };
	}

	async function chooseKind(): Promise<Engine['kind']> {
		const { works, why } = await verdict({ device: 'cpu', kind: 'c-api', hardware: false });
		if (!works) log(`Safe mode: onnxruntime-node's binding is used, because the C API failed: ${why}`);
		return works ? 'c-api' : 'binding';
	}

	const engineKind = () => (kind ??= chooseKind());

	async function proof(device: Device, wish: DeviceWish): Promise<Proof> {
		const why = providers[device].impossible(process.platform, process.arch);
		if (why) return { device, works: false, why, fused: false };
		// Only WebGPU can run on a software adapter; the others are proved alike for every wish.
		const hardware = wish === 'auto' && device === 'webgpu';
		return { device, ...(await verdict({ device, kind: await engineKind(), hardware })) };
	}

	async function proofs(wish: DeviceWish): Promise<Proof[]> {
		const done: Proof[] = [];
		for (const device of wish === 'auto' ? (Object.keys(providers) as Device[]) : [wish]) {
			done.push(await proof(device, wish));
			if (done.at(-1)?.works) break;
		}
		return done;
	}

	return {
		engineKind,
		async probe(wish) {
			const done = await proofs(wish);
			const chosen = done.find(({ works }) => works)?.device;
			return { reports: done.map(({ device, works, why }) => ({ device, works, why })), ...(chosen && { chosen }) };
		},
		async choose(wish) {
			const done = await proofs(wish);
			const chosen = done.find(({ works }) => works);
			if (!chosen) throw fail({ kind: 'noDevice', wish, reasons: done.map(({ device, why }) => ({ device, why })) });
			return { device: chosen.device, dialect: chosen.fused ? fusedDialect : plainDialect };
		},
	};
}
