// The ONNX writer: protobuf's wire format byte by byte, and a small graph run by the runtime.
import assert from 'node:assert/strict';
import { fusedDialect, plainDialect } from '../../models/graph/dialect.ts';
import { newGraph } from '../../models/graph/graph.ts';
import { add, gelu, quickGelu, silu } from '../../models/graph/layers.ts';
import { onnxBytes } from '../../models/graph/onnx.ts';
import { message } from '../../models/graph/protobuf.ts';
import { float32 } from '../../models/tensor.ts';
import { imaginaryWeights } from '../../models/weights/weights.ts';
import { cpuRunner, plainPart } from '../fixtures/run.ts';

const none = imaginaryWeights(() => false);

describe('protobuf', () => {
	const check = (bytes: Uint8Array, hex: string) => assert.equal(Buffer.from(bytes).toString('hex'), hex);

	it('writes small numbers in one byte', () => check(message().int(1, 127).done(), '087f'));
	it('writes larger ones seven bits at a time', () => check(message().int(1, 150).done(), '089601'));
	it('writes offsets beyond 32 bits', () =>
		check(
			message()
				.int(1, 2 ** 40 + 1)
				.done(),
			'08818080808020',
		));
	it('writes -1 in ten bytes', () => check(message().int(1, -1).done(), '08ffffffffffffffffff01'));
	it('writes field numbers beyond 15', () => check(message().int(20, 1).done(), 'a00101'));
	it('writes text as UTF-8', () => check(message().text(2, 'é').done(), '1202c3a9'));
	it('writes floats', () => check(message().float(2, 1).done(), '150000803f'));
	it('nests messages', () => check(message().message(3, message().int(1, 150)).done(), '1a03089601'));
});

describe('a graph', () => {
	it('keeps one constant for equal ones', () => {
		const g = newGraph(none, plainDialect);
		assert.equal(g.floats([1, 2], [2]), g.floats([1, 2], [2]));
		assert.notEqual(g.floats([1, 2], [2]), g.floats([1, 2], [1, 2]));
		assert.equal(g.initializers.length, 2);
	});
	it('casts a constant to the dialect’s arithmetic', () => {
		const g = newGraph(none, { fused: false, compute: 'float16' });
		g.floats([1], []);
		assert.deepEqual(
			g.nodes.map(({ op }) => op),
			['Cast'],
		);
	});

	const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
	const activations = [
		['SiLU', silu, (x: number) => x * sigmoid(x)],
		['quick GELU', quickGelu, (x: number) => x * sigmoid(1.702 * x)],
		// erf(1/√2) and erf(√2): 0.6826894921, 0.9544997361.
		['GELU', gelu, (x: number) => (x / 2) * (1 + Math.sign(x) * (Math.abs(x) === 2 ? 0.9544997361 : 0.6826894921))],
	] as const;
	for (const [name, layer, expected] of activations) {
		for (const [which, dialect] of Object.entries({ fused: fusedDialect, plain: plainDialect })) {
			it(`${name} runs with ${which} operators`, async () => {
				const runner = await cpuRunner(dialect);
				const build = async () => {
					const g = newGraph(none, dialect);
					const x = g.input('x', 'float32', ['n']);
					g.output('y', add(g, layer(g, x), g.floats([1], [])), ['n']);
					return { graph: onnxBytes(g), directory: import.meta.dirname };
				};
				const x = Float32Array.of(-2, -1, 1, 2);
				const { y } = await runner.run(plainPart(name, build), { x: float32(x, [4]) });
				await runner.release();
				const error = Math.max(...x.map((value, i) => Math.abs(Number(y.data[i]) - expected(value) - 1)));
				assert.ok(error < 1e-6, `${error}`);
			});
		}
	}
});
