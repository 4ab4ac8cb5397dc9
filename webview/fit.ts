// How large a picture is shown: small ones by whole numbers of screen pixels, so that each pixel stays a sharp square.

export interface Shown {
	/** CSS pixels. */
	readonly width: number;
	/** CSS pixels. */
	readonly height: number;
	/** Whether it is enlarged by a whole number and wants no smoothing. */
	readonly crisp: boolean;
}

/**
 * The largest size at which a picture of `width` × `height` pixels stands in a box of CSS pixels: enlarged by a whole
 * number of device pixels (`density` for each CSS pixel), at most `most` times, or made smaller to fit.
 */
export function fit(
	width: number,
	height: number,
	box: { width: number; height: number },
	density: number,
	most: number,
): Shown {
	const room = Math.min(box.width / width, box.height / height) * density;
	const scale = room >= 1 ? Math.min(Math.floor(room), Math.floor(most * density)) : room;
	return { width: (width * scale) / density, height: (height * scale) / density, crisp: scale >= 2 };
}
