// Standard-normal noise from a seed, as A1111's "NV" source draws it: torch on CUDA, imitated on any machine.

const { fround } = Math;
const rounds = 10;
const scale = fround(2.3283064e-10);
const angleScale = fround(2.3283064e-10 * 6.2831855);

/**
 * Philox4x32-10 (Salmon et al. 2011) with Box–Muller. Each call gives the next `n` values. CUDA itself departs from this where
 * a draw has more values than the card runs threads, so very large latents differ there.
 */
export function philoxNoise(seed: number): (n: number) => Float32Array {
	let draws = 0;
	return n => {
		const draw = draws++;
		return Float32Array.from({ length: n }, (_, i) => normal(...philox(draw, i, seed)));
	};
}

function normal(x: number, y: number): number {
	const u = fround(fround(x * scale) + fround(scale / 2));
	const v = fround(fround(y * angleScale) + fround(angleScale / 2));
	return Math.sqrt(-2 * Math.log(u)) * Math.sin(v);
}

/** The first two words of the block at counter [draw, 0, index, 0]. */
function philox(draw: number, index: number, seed: number): [number, number] {
	let [a, b, c, d] = [draw >>> 0, 0, index >>> 0, 0];
	let [keyLow, keyHigh] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];
	for (let round = 0; round < rounds; round++) {
		const [highA, lowA] = product(0xd2511f53, a);
		const [highC, lowC] = product(0xcd9e8d57, c);
		[a, b, c, d] = [(highC ^ b ^ keyLow) >>> 0, lowC, (highA ^ d ^ keyHigh) >>> 0, lowA];
		keyLow = (keyLow + 0x9e3779b9) >>> 0;
		keyHigh = (keyHigh + 0xbb67ae85) >>> 0;
	}
	return [a, b];
}

/** The 64-bit product of two 32-bit numbers, as [high, low]. */
function product(x: number, y: number): [number, number] {
	const low = Math.imul(x, y) >>> 0;
	const [xHigh, xLow, yHigh, yLow] = [x >>> 16, x & 0xffff, y >>> 16, y & 0xffff];
	const middle = xHigh * yLow + ((xLow * yLow) >>> 16);
	const high = xHigh * yHigh + Math.floor((xLow * yHigh + middle) / 0x10000);
	return [high >>> 0, low];
}
