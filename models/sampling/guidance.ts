// Classifier-free guidance: pushes the network's answer away from the negative prompt's.

/** u + scale · (c − u): Ho & Salimans 2022, in the form where scale 1 is the prompt alone. */
export function guided(negative: Float32Array, positive: Float32Array, scale: number): Float32Array {
	return negative.map((u, i) => u + scale * (positive[i] - u));
}

/**
 * Brings guided output back towards the spread of the prompt's own (section 3.4, Lin et al. 2023), which keeps pictures of
 * zero-terminal-SNR models from overexposure. `amount` 0 changes nothing; the paper uses 0.7.
 */
export function rescaled(output: Float32Array, positive: Float32Array, amount: number): Float32Array {
	const factor = amount * (spread(positive) / spread(output)) + (1 - amount);
	return output.map(value => value * factor);
}

function spread(values: Float32Array): number {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
