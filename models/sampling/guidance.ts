// Guidance: what the network is asked at each level, and how its answers push away from the negative prompt.

/** By a second look for the negative prompt; by a third without the picture too; or as a number that the network takes. */
export type GuidanceKind = 'classifier-free' | 'picture-too' | 'told';

/** One look of the network. */
export interface Look {
	readonly words: 'prompt' | 'negative';
	/** Whether it sees the pictures beside the latents. */
	readonly pictures: boolean;
}

/** What a recipe says of it. */
export interface Scales {
	readonly guidance: number;
	/** How much a picture that is edited counts; only InstructPix2Pix asks. */
	readonly pictureGuidance: number;
}

export interface Guidance {
	readonly looks: readonly Look[];
	/** One answer out of those to `looks`, in their order. */
	together(answers: readonly Float32Array[], scales: Scales): Float32Array;
}

/** The guidance of a model under a recipe: without a scale to speak of, the prompt alone is asked. */
export function guidanceFor(kind: GuidanceKind, { guidance, pictureGuidance }: Scales): Guidance {
	const guides = guidance > 1 && (kind !== 'picture-too' || pictureGuidance >= 1);
	return guides ? guidances[kind] : alone;
}

const prompt: Look = { words: 'prompt', pictures: true };
const negative: Look = { words: 'negative', pictures: true };

const alone: Guidance = { looks: [prompt], together: ([answer]) => answer };

const guidances: Readonly<Record<GuidanceKind, Guidance>> = {
	'classifier-free': {
		looks: [prompt, negative],
		together: ([positive, away], { guidance }) => guided(away, positive, guidance),
	},
	// Equation 3, Brooks et al. 2023, in diffusers' order.
	'picture-too': {
		looks: [prompt, negative, { words: 'negative', pictures: false }],
		together: ([told, seen, blind], { guidance, pictureGuidance }) =>
			blind.map((u, i) => u + guidance * (told[i] - seen[i]) + pictureGuidance * (seen[i] - u)),
	},
	told: alone,
};

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
