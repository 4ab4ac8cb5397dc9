// The Mersenne Twister MT19937 (Matsumoto & Nishimura 1998), as torch's CPU generator runs it.

const size = 624;
const shift = 397;

/** The stream of 32-bit words of a seed (its low 32 bits count): each call gives the next one. */
export function mersenne(seed: number): () => number {
	const state = new Uint32Array(size);
	state[0] = seed;
	for (let i = 1; i < size; i++) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
	let next = size;

	return () => {
		if (next === size) {
			twist(state);
			next = 0;
		}
		let word = state[next++];
		word ^= word >>> 11;
		word ^= (word << 7) & 0x9d2c5680;
		word ^= (word << 15) & 0xefc60000;
		return (word ^ (word >>> 18)) >>> 0;
	};
}

function twist(state: Uint32Array): void {
	for (let i = 0; i < size; i++) {
		const mixed = (state[i] & 0x80000000) | (state[(i + 1) % size] & 0x7fffffff);
		state[i] = state[(i + shift) % size] ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
	}
}
