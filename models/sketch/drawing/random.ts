/** Seeded chance: every choice in a picture comes from here, so a picture is a pure function of its number. */

/** Gives the next number in [0, 1). */
export type Random = () => number;

/** Starts the sequence of a seed (mulberry32, T. Ettinger 2017; 32 bits of state). */
export function randomFrom(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Gives a number evenly spread between two bounds. */
export function between(random: Random, low: number, high: number): number {
	return low + (high - low) * random();
}

/** Picks one entry of a list that is not empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
	return list[Math.floor(random() * list.length)] as T;
}

/** Says yes with the given probability. */
export function chance(random: Random, probability: number): boolean {
	return random() < probability;
}
