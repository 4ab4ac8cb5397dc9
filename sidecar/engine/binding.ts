// The engine over onnxruntime-node's own binding: the reference in tests and the safe mode.
import { setImmediate as turn } from 'node:timers/promises';
import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import type { BuiltPart } from '../../models/family.ts';
import type { ElementType, Tensor } from '../../models/tensor.ts';
import { fail } from '../protocol/failure.ts';
import { engineFailure, type Doing } from './failures.ts';
import { lane } from './lane.ts';
import { configFor, optimisation, type SessionConfig } from './options.ts';
import { providers } from './providers/index.ts';
import type { Engine, Port, Session, SessionSettings } from './session.ts';

/**
 * Loads the binding, and with it the runtime library that it carries, once per process; `config` goes into every session.
 * It blocks the event loop while it loads or runs, and cannot stop inside a run: the signal is read before and after.
 */
export async function bindingEngine(config: SessionConfig): Promise<Engine> {
	const ort = await import('onnxruntime-node');
	const { enter } = lane();

	async function load(part: BuiltPart, settings: SessionSettings, signal: AbortSignal): Promise<Session> {
		const place = { directory: part.directory, device: settings.device };
		const level = await optimisation(part.directory);
		const session = await ort.InferenceSession.create(
			part.graph,
			sessionOptions(level, settings, { ...configFor(part.directory), ...config }),
		).catch(error => {
			throw engineFailure(error, { what: 'load', ...place });
		});
		if (signal.aborted) await session.release();
		signal.throwIfAborted();
		return bindingSession(ort.Tensor, session, enter, place);
	}

	return {
		kind: 'binding',
		version: ort.env.versions.node ?? 'unknown',
		open: (part, settings, signal) => enter(() => load(part, settings, signal), signal),
		release: () => enter(() => Promise.resolve(), new AbortController().signal),
	};
}

function sessionOptions(
	level: 'extended' | 'all',
	settings: SessionSettings,
	config: SessionConfig,
): InferenceSession.SessionOptions {
	return {
		executionProviders: [providers[settings.device].binding],
		graphOptimizationLevel: level,
		intraOpNumThreads: settings.threads,
		extra: config,
	};
}

function bindingSession(
	TensorClass: typeof OrtTensor,
	session: InferenceSession,
	enter: ReturnType<typeof lane>['enter'],
	place: Pick<Doing, 'directory' | 'device'>,
): Session {
	let released: Promise<void> | undefined;

	async function evaluate(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>> {
		const given = Object.entries(feeds).map(([name, { type, dims, data }]) => [
			name,
			new TensorClass(type, data, dims),
		]);
		try {
			const results = await session.run(Object.fromEntries(given) as InferenceSession.FeedsType);
			// The run blocked the event loop: a turn lets an abort that arrived meanwhile be heard.
			await turn();
			return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, plain(tensor)]));
		} catch (error) {
			throw engineFailure(error, { what: 'run', ...place });
		}
	}

	return {
		inputs: session.inputMetadata.map(port),
		outputs: session.outputMetadata.map(port),
		run: (feeds, signal) =>
			enter(() => {
				if (released) throw fail({ kind: 'internal', detail: 'the session has been released' });
				return evaluate(feeds);
			}, signal),
		release: () => (released ??= enter(() => session.release(), new AbortController().signal)),
	};
}

function port(metadata: InferenceSession.ValueMetadata): Port {
	if (!metadata.isTensor) throw fail({ kind: 'internal', detail: `${metadata.name} is not a tensor` });
	const dims = metadata.shape.map(dim => (typeof dim === 'number' ? dim : -1));
	return { name: metadata.name, type: metadata.type as ElementType, dims };
}

function plain({ type, dims, data }: OrtTensor): Tensor {
	return { type: type as ElementType, dims, data: data as Tensor['data'] };
}
