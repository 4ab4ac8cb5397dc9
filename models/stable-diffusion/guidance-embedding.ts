// The guidance as the numbers that a latent consistency model was distilled to take (section 4.3, Luo et al. 2023).

/**
 * `numbers` sines and cosines of the scale less one, times 1,000, as diffusers' get_guidance_scale_embedding; rounded to
 * float32 where torch rounds, since the angles go up to thousands.
 */
export function guidanceEmbedding(scale: number, numbers: number): Float32Array {
	const half = Math.floor(numbers / 2);
	const { fround } = Math;
	const w = fround(fround(scale - 1) * 1000);
	const step = fround(fround(Math.log(10_000)) / (half - 1));
	const angles = Array.from({ length: half }, (_, i) => fround(w * fround(Math.exp(fround(i * -step)))));
	// An odd number is filled up with a 0.
	const out = new Float32Array(numbers);
	out.set(angles.map(Math.sin));
	out.set(angles.map(Math.cos), half);
	return out;
}
