// OKLab: a space in which distances are as large as they look. Ottosson, “A perceptual color space for image processing” (2020).
import type { Rgb } from './rgba.ts';

/** Lightness 0 to 1, green–red and blue–yellow about -0.4 to 0.4. */
export type Lab = readonly [L: number, a: number, b: number];

export function oklab([red, green, blue]: Rgb): Lab {
	return labOfLinear(linear[red], linear[green], linear[blue]);
}

/** The same for values between the bytes, which error diffusion meets; what no screen shows is cut off. */
export function oklabOf(red: number, green: number, blue: number): Lab {
	return labOfLinear(toLinear(clamped(red)), toLinear(clamped(green)), toLinear(clamped(blue)));
}

export function distance2(one: Lab, other: Lab): number {
	return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;
}

function labOfLinear(r: number, g: number, b: number): Lab {
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
}

const linear = Float64Array.from({ length: 256 }, (_, byte) => toLinear(byte));

/** sRGB's own curve; bytes in, 0 to 1 out. */
function toLinear(byte: number): number {
	const value = byte / 255;
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

const clamped = (value: number): number => Math.min(255, Math.max(0, value));
