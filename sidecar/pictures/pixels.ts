// Pixels between a network (floats in [-1, 1], channels first) and a picture file (bytes, channels last).
import { setImmediate as turn } from 'node:timers/promises';
import type { Pixels } from '../../models/family.ts';

/** Pixels converted between two turns of the event loop: about 10 ms of work. */
const slice = 1 << 20;

/** RGB bytes, rounded as diffusers rounds; undefined when a value is not finite. */
export async function rgbBytes({ data, width, height }: Pixels): Promise<Uint8Array | undefined> {
	const size = width * height;
	const rgb = new Uint8Array(size * 3);
	for (let begin = 0; begin < size; begin += slice) {
		const end = Math.min(size, begin + slice);
		let sum = 0;
		for (let channel = 0; channel < 3; channel++) {
			const plane = channel * size;
			for (let i = begin; i < end; i++) {
				const value = data[plane + i];
				sum += value;
				rgb[i * 3 + channel] = Math.round(Math.min(1, Math.max(0, value / 2 + 0.5)) * 255);
			}
		}
		// One NaN or infinity anywhere makes the sum not finite.
		if (!Number.isFinite(sum)) return undefined;
		await turn();
	}
	return rgb;
}

/** Floats from RGB bytes. */
export async function pixelsOf(rgb: Uint8Array, width: number, height: number): Promise<Pixels> {
	const size = width * height;
	const data = new Float32Array(size * 3);
	for (let begin = 0; begin < size; begin += slice) {
		const end = Math.min(size, begin + slice);
		for (let channel = 0; channel < 3; channel++) {
			for (let i = begin; i < end; i++) data[channel * size + i] = (rgb[i * 3 + channel] / 255) * 2 - 1;
		}
		await turn();
	}
	return { data, width, height };
}
