// Latents made larger, for a second pass that draws at twice the size what the first one composed.
import type { Latents } from '../family.ts';

/** Bilinear, as torch's `interpolate` without aligned corners: what A1111's upscaler “Latent” does. */
export function enlarged({ data, channels, width, height }: Latents, toWidth: number, toHeight: number): Latents {
	const columns = taps(width, toWidth);
	const rows = taps(height, toHeight);
	const out = new Float32Array(channels * toWidth * toHeight);
	let at = 0;
	for (let channel = 0; channel < channels; channel++) {
		const plane = data.subarray(channel * width * height, (channel + 1) * width * height);
		for (const row of rows) {
			const [above, below] = [row.low * width, row.high * width];
			for (const { low, high, share } of columns) {
				const top = plane[above + low] * (1 - share) + plane[above + high] * share;
				const bottom = plane[below + low] * (1 - share) + plane[below + high] * share;
				out[at++] = top * (1 - row.share) + bottom * row.share;
			}
		}
	}
	return { data: out, channels, width: toWidth, height: toHeight };
}

interface Tap {
	readonly low: number;
	readonly high: number;
	/** How much the higher one counts. */
	readonly share: number;
}

function taps(from: number, to: number): Tap[] {
	return Array.from({ length: to }, (_, i) => {
		const place = Math.max(0, ((i + 0.5) * from) / to - 0.5);
		const low = Math.min(from - 1, Math.floor(place));
		return { low, high: Math.min(from - 1, low + 1), share: place - low };
	});
}
