// What the engine's tests do with the real runtime library, each in a process of its own.
import { createHash } from 'node:crypto';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { newGraph, type Edge, type Graph, type Value, type Weights } from '../../models/graph/graph.ts';
import { onnxBytes } from '../../models/graph/onnx.ts';
import { float32, type Tensor } from '../../models/tensor.ts';
import { OrtApi } from '../../sidecar/engine/capi.ts';
import { runtimeLibrary } from '../../sidecar/engine/locate.ts';
import { selfTestFeeds, selfTestPart } from '../../sidecar/engine/self-test.ts';
import type { Engine, SessionSettings } from '../../sidecar/engine/session.ts';
import { slots, type Slots } from '../../sidecar/engine/slots.ts';
import { startEngine } from '../../sidecar/engine/start.ts';

export type Case = (...args: string[]) => Promise<unknown>;

const never = new AbortController().signal;
const cpu: SessionSettings = { device: 'cpu', threads: 1 };

/** A graph of one input `x` and one output `y`. */
function part(dims: Edge['dims'], body: (g: Graph, x: Value) => Value, weights: Weights = noWeights, directory = '.') {
	const g = newGraph(weights, plainDialect);
	g.output('y', body(g, g.input('x', 'float32', dims)), dims);
	return { graph: onnxBytes(g), directory };
}

const noWeights: Weights = {
	has: () => false,
	get: name => {
		throw new RangeError(`no weight ${name}`);
	},
};

/** x to the power of `power`, one MatMul after another. */
const powers = (size: number, power: number) =>
	part([size, size], (g, x) => Array.from({ length: power }).reduce<Value>(y => g.op('MatMul', [y, x]), x));

/** A matrix whose every power is itself. */
const idempotent = (size: number): Tensor => float32(new Float32Array(size * size).fill(1 / size), [size, size]);

const isPower = ({ y }: Readonly<Record<string, Tensor>>, size: number): boolean =>
	(y.data as Float32Array).every(value => Math.abs(value * size - 1) < 1e-4);

const collector = (): (() => void) => {
	setFlagsFromString('--expose-gc');
	return runInNewContext('gc') as () => void;
};

const kindOf = (name: string): Engine['kind'] => (name === 'binding' ? 'binding' : 'c-api');

/** The longest time in which the event loop did not turn while `work` ran, in milliseconds. */
async function longestGap(work: () => Promise<unknown>): Promise<number> {
	let [last, longest, done] = [performance.now(), 0, false];
	const running = work().finally(() => (done = true));
	while (!done) {
		await delay(1);
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
	}
	await running;
	return longest;
}

/** A busy machine delays anyone now and then: the best of ten says what the engine does. */
async function best(measure: () => Promise<number>): Promise<number> {
	let least = Infinity;
	for (let attempt = 0; attempt < 10; attempt++) least = Math.min(least, await measure());
	return least;
}

export const cases: Readonly<Record<string, Case>> = {
	/** Loads the library with the slots from `from` on moved by `by`. */
	async shifted(from, by) {
		const moved = Object.entries(slots).map(([name, [slot, ...rest]]) => [
			name,
			[slot >= Number(from) ? slot + Number(by) : slot, ...rest],
		]);
		const api = await OrtApi.load(await runtimeLibrary(process.env), Object.fromEntries(moved) as Slots);
		return api.version;
	},

	async version(kind) {
		return (await startEngine(kindOf(kind), {})).version;
	},

	/** The bytes of every output of the self-test's network. */
	async bytes(kind, dialect) {
		const engine = await startEngine(kindOf(kind), {});
		const session = await engine.open(selfTestPart(dialect === 'fused' ? fusedDialect : plainDialect), cpu, never);
		const results = await session.run(selfTestFeeds(), never);
		const hash = ({ data }: Tensor) =>
			createHash('sha256')
				.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
				.digest('hex');
		const outputs = Object.entries(results).map(([name, tensor]) => [name, tensor.dims, hash(tensor)]);
		return { inputs: session.inputs, ports: session.outputs, outputs };
	},

	/** Aborts a long run in its middle: how long until the rejection, and until the next run is done. */
	async abort() {
		const engine = await startEngine('c-api', {});
		const session = await engine.open(powers(512, 150), cpu, never);
		const feeds = { x: idempotent(512) };
		const timed = async (signal: AbortSignal) => {
			const start = performance.now();
			const reason = await session.run(feeds, signal).then(
				() => 'finished',
				(error: unknown) => (error instanceof Error ? error.message : String(error)),
			);
			return { reason, milliseconds: performance.now() - start };
		};
		const whole = (await timed(never)).milliseconds;
		let reason = '';
		const latency = await best(async () => {
			const abort = new AbortController();
			const running = session.run(feeds, abort.signal);
			await delay(whole / 4);
			const at = performance.now();
			abort.abort(new Error('enough'));
			reason = await running.then(
				() => 'finished',
				(error: Error) => error.message,
			);
			return performance.now() - at;
		});
		// What is left of the aborted run stands before this one; had it gone on, the wait would show.
		const short = await engine.open(powers(2, 1), cpu, never);
		const wait = await best(async () => {
			const abort = new AbortController();
			const running = session.run(feeds, abort.signal).catch(() => undefined);
			await delay(whole / 4);
			const at = performance.now();
			abort.abort();
			await short.run({ x: idempotent(2) }, never);
			const waited = performance.now() - at;
			await running;
			return waited;
		});
		const usable = isPower(await session.run(feeds, never), 512);
		const before = await timed(AbortSignal.abort(new Error('too early')));
		const late = new AbortController();
		const after = await timed(late.signal);
		late.abort();
		return { whole, latency, reason, wait, usable, before, after: after.reason };
	},

	async gap(kind) {
		const engine = await startEngine(kindOf(kind), {});
		const graph = powers(512, 80);
		const session = await engine.open(graph, cpu, never);
		const gap = await best(() => longestGap(() => session.run({ x: idempotent(512) }, never)));
		return { gap, load: await best(() => longestGap(() => engine.open(graph, cpu, never))) };
	},

	/** Opens, runs, aborts and releases over and over: resident megabytes after the first third and at the end. */
	async cycles(count) {
		const collect = collector();
		const engine = await startEngine('c-api', {});
		const graph = powers(64, 40);
		let early = 0;
		const megabytes = () => (collect(), process.memoryUsage.rss() / 2 ** 20);
		for (let cycle = 0; cycle < Number(count); cycle++) {
			const session = await engine.open(graph, cpu, never);
			if (!isPower(await session.run({ x: idempotent(64) }, never), 64))
				throw new RangeError(`wrong in cycle ${cycle}`);
			const abort = new AbortController();
			const running = session.run({ x: idempotent(64) }, abort.signal).catch(() => undefined);
			for (let turns = 0; turns < cycle % 7; turns++) await turn();
			abort.abort();
			const released = session.release();
			await running;
			await released;
			if (cycle === Math.floor(Number(count) / 3)) early = megabytes();
		}
		return { early, late: megabytes() };
	},

	/** Runs on arrays that nothing else holds, collecting garbage while the runs are under way: how many were wrong. */
	async collect() {
		const collect = collector();
		const engine = await startEngine('c-api', {});
		const session = await engine.open(powers(96, 60), cpu, never);
		let wrong = 0;
		for (let round = 0; round < 100; round++) {
			const running = session.run({ x: idempotent(96) }, never);
			await turn();
			collect();
			if (!isPower(await running, 96)) wrong++;
		}
		return wrong;
	},

	/** What comes of feeds that are odd in some way. */
	async feeds(kind) {
		const engine = await startEngine(kindOf(kind), {});
		const session = await engine.open(
			part(['n', 2], (g, x) => g.op('Add', [x, x])),
			cpu,
			never,
		);
		const said = (feeds: Readonly<Record<string, Tensor>>) =>
			session.run(feeds, never).then(
				({ y }) => [[...y.dims], [...(y.data as Float32Array)].map(String)],
				(error: unknown) => (error instanceof Error ? error.message : String(error)),
			);
		const free = [await said({ x: float32(Float32Array.of(1, 2), [1, 2]) }), session.inputs[0].dims];
		const notFinite = await said({ x: float32(Float32Array.of(NaN, Infinity, 1, 2), [2, 2]) });
		const missing = await said({});
		const wrongShape = await said({ x: float32(Float32Array.of(1, 2, 3), [1, 3]) });
		await session.release();
		await session.release();
		return {
			free,
			notFinite,
			missing,
			wrongShape,
			released: await said({ x: float32(Float32Array.of(1, 2), [1, 2]) }),
		};
	},

	/** Adds a weight of two numbers that lies at byte 4 of `file` in `directory`. */
	async weights(kind, directory, file) {
		const engine = await startEngine(kindOf(kind), {});
		const outside: Weights = { has: () => true, get: () => ({ type: 'float32', file, offset: 4, length: 8 }) };
		const graph = part([2], (g, x) => g.op('Add', [x, g.weight('w', [2])]), outside, directory);
		const session = await engine.open(graph, cpu, never);
		const { y } = await session.run({ x: float32(Float32Array.of(1, 2), [2]) }, never);
		return [...(y.data as Float32Array)];
	},

	async brokenGraph(kind) {
		const engine = await startEngine(kindOf(kind), {});
		await engine.open({ graph: powers(2, 3).graph.slice(0, 60), directory: '/models/broken' }, cpu, never);
	},

	/** Aborts while a network loads: the reason, and whether the engine still works. */
	async abortLoad() {
		const engine = await startEngine('c-api', {});
		const abort = new AbortController();
		const loading = engine.open(powers(64, 2000), cpu, abort.signal);
		await turn();
		abort.abort(new Error('changed my mind'));
		const reason = await loading.then(
			() => 'loaded',
			(error: Error) => error.message,
		);
		const session = await engine.open(powers(2, 1), cpu, never);
		return { reason, works: isPower(await session.run({ x: idempotent(2) }, never), 2) };
	},
};
