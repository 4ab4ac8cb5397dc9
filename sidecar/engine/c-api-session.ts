// One loaded network over the C API: runs on a pool thread, with the caller's typed arrays as its tensors.
import type { Tensor } from '../../models/tensor.ts';
import { fail } from '../protocol/failure.ts';
import { copyOut, emptyFor, ports, wrap } from './c-api-tensors.ts';
import type { OrtApi, Pointer } from './capi.ts';
import { engineFailure, type Doing } from './failures.ts';
import type { Lane } from './lane.ts';
import type { Session } from './session.ts';

/** What all sessions of one process share. */
export interface Native {
	readonly api: OrtApi;
	/** OrtMemoryInfo of ordinary memory. */
	readonly cpuMemory: Pointer;
	/** The runtime's default OrtAllocator, which owns the names it hands out. */
	readonly allocator: Pointer;
	readonly lane: Lane;
}

/**
 * The session over `handle`, which it owns from here on. Feeds must not be transferred or resized while a run uses them: an
 * aborted run may read them until its current node ends.
 */
export function cApiSession(native: Native, handle: Pointer, place: Pick<Doing, 'directory' | 'device'>): Session {
	const { api, cpuMemory, allocator, lane } = native;
	const inputs = ports(api, allocator, handle, 'Input');
	const outputs = ports(api, allocator, handle, 'Output');
	const inputNames = api.texts(inputs.map(port => port.name));
	const outputNames = api.texts(outputs.map(port => port.name));
	let released: Promise<void> | undefined;

	async function evaluate(feeds: Readonly<Record<string, Tensor>>, signal: AbortSignal) {
		const runOptions = api.make('CreateRunOptions');
		const stop = () => api.call('RunOptionsSetTerminate', runOptions);
		const values: Pointer[] = [];
		const wrapped = (name: string, tensor: Tensor) => {
			const value = wrap(api, cpuMemory, name, tensor);
			values.push(value);
			return value;
		};
		const targets = outputs.map(emptyFor);
		const results = new BigUint64Array(outputs.length);
		try {
			const given = BigUint64Array.from(inputs, ({ name }) => {
				if (!feeds[name]) throw fail({ kind: 'internal', detail: `the network's input ${name} was not given` });
				return wrapped(name, feeds[name]);
			});
			targets.forEach((target, index) => {
				if (target) results[index] = wrapped(outputs[index].name, target);
			});
			signal.addEventListener('abort', stop);
			const from = [inputNames, given, given.length];
			const to = [outputNames, results.length, results];
			await api.callAsync('Run', [handle, runOptions, ...from, ...to], [feeds, targets]);
			return Object.fromEntries(
				outputs.map(({ name }, index) => [name, targets[index] ?? copyOut(api, results[index])]),
			);
		} catch (error) {
			throw engineFailure(error, { what: 'run', ...place });
		} finally {
			signal.removeEventListener('abort', stop);
			for (const value of new Set([...values, ...results])) if (value !== 0n) api.call('ReleaseValue', value);
			api.call('ReleaseRunOptions', runOptions);
		}
	}

	return {
		inputs,
		outputs,
		run: (feeds, signal) =>
			lane.enter(() => {
				if (released) throw fail({ kind: 'internal', detail: 'the session has been released' });
				return evaluate(feeds, signal);
			}, signal),
		release: () =>
			(released ??= lane.enter(
				() => api.callAsync('ReleaseSession', [handle], undefined),
				new AbortController().signal,
			)),
	};
}
