// Standard-normal noise from a seed, as torch.randn on the CPU draws it in float32.
import { mersenne } from './mersenne.ts';

const { fround } = Math;
const twoPi = fround(2 * Math.PI);
/** torch turns uniform numbers into normal ones sixteen at a time. */
const block = 16;

/**
 * The generator `torch.Generator().manual_seed(seed)`: each call gives the next `n` values, and successive calls go on in its
 * stream. Equal to torch but for the last bits, where torch's vector code rounds logarithm and sine its own way.
 */
export function torchNoise(seed: number): (n: number) => Float32Array {
	const word = mersenne(seed);
	const one = singly(word);
	return n => (n < block ? Float32Array.from({ length: n }, one) : inBlocks(n, word));
}

/** Box–Muller over blocks of sixteen uniform numbers; a rest is covered by redrawing the last sixteen values. */
function inBlocks(n: number, word: () => number): Float32Array {
	const values = Float32Array.from({ length: n }, () => (word() & 0xffffff) * 2 ** -24);
	for (let at = 0; at + block <= n; at += block) toNormal(values.subarray(at, at + block));
	if (n % block !== 0) {
		const last = values.subarray(n - block);
		for (let i = 0; i < block; i++) last[i] = (word() & 0xffffff) * 2 ** -24;
		toNormal(last);
	}
	return values;
}

function toNormal(values: Float32Array): void {
	for (let i = 0; i < block / 2; i++) {
		const radius = fround(Math.sqrt(fround(-2 * fround(Math.log(fround(1 - values[i]))))));
		const angle = fround(twoPi * values[i + block / 2]);
		values[i] = radius * fround(Math.cos(angle));
		values[i + block / 2] = radius * fround(Math.sin(angle));
	}
}

/** One value at a time, in float64: every pair of uniform numbers gives two values, of which the second waits for its turn. */
function singly(word: () => number): () => number {
	// The low 53 bits of two words, the first being the high one.
	const uniform = (): number => ((word() & 0x1fffff) * 2 ** 32 + word()) * 2 ** -53;
	let waiting: number | undefined;
	return () => {
		if (waiting !== undefined) {
			const value = waiting;
			waiting = undefined;
			return value;
		}
		const angle = 2 * Math.PI * uniform();
		const radius = Math.sqrt(-2 * Math.log1p(-uniform()));
		waiting = radius * Math.sin(angle);
		return radius * Math.cos(angle);
	};
}
