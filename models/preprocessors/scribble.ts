// Thick white strokes on black where the picture has outlines: a difference of Gaussians (Winnemöller et al. 2012).
import { blurred, byRows, channel, type Preprocessor } from './picture.ts';

/** A fine and a coarse blur, in pixels, and how far the darkest of the three differences must fall. */
const [fine, coarse, threshold] = [0.5, 5, 32];

/** As the web UIs' “scribble_xdog”, at the picture's own size. */
export const scribble: Preprocessor = function* (picture) {
	const { width, height } = picture;
	const falls = new Float32Array(width * height).fill(Infinity);
	for (const which of [0, 1, 2] as const) {
		const plane = yield* channel(picture, which);
		const near = yield* blurred(plane, fine);
		const far = yield* blurred(plane, coarse);
		yield* byRows(picture, y => {
			for (let i = y * width; i < (y + 1) * width; i++) falls[i] = Math.min(falls[i], far.values[i] - near.values[i]);
		});
	}
	const rgb = new Uint8Array(width * height * 3);
	yield* byRows(picture, y => {
		for (let i = y * width; i < (y + 1) * width; i++) {
			const rise = Math.floor(Math.min(255, Math.max(0, 255 - falls[i])));
			if (2 * (255 - rise) > threshold) rgb.fill(255, i * 3, i * 3 + 3);
		}
	});
	return { rgb, width, height };
};
