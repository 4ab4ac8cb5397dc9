// The throw-away process that proves one device: whatever a driver does here, only this process suffers.
import { plainDialect } from '../../models/graph/dialect.ts';
import { failureOf, type Failure } from '../protocol/failure.ts';
import { devices, type Device } from '../protocol/picture.ts';
import { deviceOnly } from './options.ts';
import { selfTest, selfTestPart, type Verdict } from './self-test.ts';
import type { Engine } from './session.ts';
import { softwareAdapter } from './software.ts';
import { startEngine } from './start.ts';

/** What the child says, once, over the channel it was forked with. */
export type ProbeAnswer = { readonly verdict: Verdict } | { readonly failure: Failure };

/** The arguments after `--probe`. */
export interface ProbeRequest {
	readonly device: Device;
	readonly kind: Engine['kind'];
	/** Whether a software adapter is refused. */
	readonly hardware: boolean;
}

export const probeArguments = ({ device, kind, hardware }: ProbeRequest): string[] => [
	'--probe',
	device,
	kind,
	hardware ? 'hardware' : 'any',
];

/** What a program's arguments ask to be proved; undefined when they ask for something else. */
export function probeRequest([flag, device, kind, adapter]: readonly string[]): ProbeRequest | undefined {
	const known = devices.find(name => name === device);
	if (flag !== '--probe' || !known || (kind !== 'c-api' && kind !== 'binding')) return undefined;
	return { device: known, kind, hardware: adapter === 'hardware' };
}

/** Proves the device, answers over the channel, and ends the process. For a program started with `probeArguments`. */
export async function probeChild(request: ProbeRequest): Promise<void> {
	const answer: ProbeAnswer = await prove(request).then(
		verdict => ({ verdict }),
		(error: unknown) => ({ failure: failureOf(error) }),
	);
	// Drivers may crash on the way out; what was found is said first.
	process.send?.(answer, () => process.exit());
}

async function prove({ device, kind, hardware }: ProbeRequest): Promise<Verdict> {
	const signal = new AbortController().signal;
	const engine = await startEngine(kind, device === 'cpu' ? {} : deviceOnly);
	const software = device === 'webgpu' ? await softwareBehind(engine, device, signal) : undefined;
	if (!software) return await selfTest(engine, device, signal);
	const what = `its adapter is ${software}, a program on the processor`;
	if (hardware) return { works: false, fused: false, why: `${what}: slower than cpu, so it is not chosen by itself` };
	const verdict = await selfTest(engine, device, signal);
	return { ...verdict, why: `${verdict.why}; ${what}` };
}

/** The software adapter that a session on the device runs on. A session that does not open is the self-test's to explain. */
async function softwareBehind(engine: Engine, device: Device, signal: AbortSignal): Promise<string | undefined> {
	const session = await engine.open(selfTestPart(plainDialect), { device, threads: 1 }, signal).catch(() => undefined);
	const software = await softwareAdapter();
	await session?.release();
	return software;
}
