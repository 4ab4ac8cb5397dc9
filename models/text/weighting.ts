// What weights do to the text encoder's states: A1111's way and ComfyUI's.

/** States of one chunk, `weights.length` rows of equal width, row by row; one weight per row. */
export interface WeighedStates {
	readonly states: Float32Array;
	readonly weights: readonly number[];
}

/**
 * A1111's “Original” (`modules/sd_emphasis.py`): every row times its weight, then all of them times the one factor that gives
 * the chunk its mean back.
 */
export function weighByMean({ states, weights }: WeighedStates): Float32Array {
	const factors = Float32Array.from(weights);
	const width = states.length / weights.length;
	const weighed = states.map((value, i) => value * factors[Math.floor(i / width)]);
	const scale = Math.fround(Math.fround(mean(states)) / Math.fround(mean(weighed)));
	return weighed.map(value => value * scale);
}

/** ComfyUI's (`comfy/sd1_clip.py`): every row moves away from, or towards, the same row of the prompt without words. */
export function weighFromEmpty({ states, weights }: WeighedStates, empty: Float32Array): Float32Array {
	const width = states.length / weights.length;
	return states.map((value, i) => {
		const weight = weights[Math.floor(i / width)];
		return weight === 1 ? value : (value - empty[i]) * weight + empty[i];
	});
}

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
