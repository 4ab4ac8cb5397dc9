// How much memory a picture takes on its way through the autoencoder, and in how many tiles it must go to fit.
import type { Plan } from '../family.ts';
import type { VaeConfig } from './configs.ts';
import { decoderReach, encoderReach } from './tiles.ts';

/** Latents of a tile's side, the largest first. Smaller ones would be mostly surroundings. */
const tiles = [256, 192, 128, 96, 64, 48, 32];

/** The plan that fits into `room` bytes, for latents of this size; undefined where none does. */
export function planFor(config: VaeConfig, height: number, width: number, room: number): Plan | undefined {
	if (Math.max(decodeBytes(config, height, width), encodeBytes(config, height, width)) <= room)
		return { tile: 'whole' };
	const fitting = tiles.find(tile => tiledBytes(config, height, width, tile) <= room);
	return fitting === undefined ? undefined : { tile: fitting };
}

/**
 * Bytes that decoding latents [C, height, width] takes at least, beside the weights: what the largest step holds at once in
 * float32, be it the first block of a level (what comes in, its norm, its activation, what goes out) or a doubling.
 */
export function decodeBytes(config: VaeConfig, height: number, width: number): number {
	const levels = config.block_out_channels.toReversed();
	const steps = levels.flatMap((channels, i) => {
		const area = height * width * 4 ** i;
		const block = (3 * (levels[i - 1] ?? channels) + channels) * area;
		return i < levels.length - 1 ? [block, (channels + 8 * channels) * area] : [block];
	});
	return 4 * Math.max(...steps);
}

/** Bytes that encoding to such latents takes at least. */
export function encodeBytes(config: VaeConfig, height: number, width: number): number {
	const levels = config.block_out_channels;
	const steps = levels.map((channels, i) => {
		const area = height * width * 4 ** (levels.length - 1 - i);
		return (3 * (levels[i - 1] ?? channels) + channels) * area;
	});
	return 4 * Math.max(...steps);
}

/** Bytes of either in tiles: one tile with its surroundings, the depths of the whole picture, and its pixels. */
export function tiledBytes(config: VaeConfig, height: number, width: number, tile: number): number {
	const { block_out_channels: levels } = config;
	const side = (length: number, reach: number) => Math.min(length, tile + 2 * reach);
	const [up, down] = [decoderReach(config), encoderReach(config)];
	const one = Math.max(
		decodeBytes(config, side(height, up), side(width, up)),
		encodeBytes(config, side(height, down), side(width, down)),
	);
	const depths = 4 * levels[levels.length - 1] * height * width;
	const pixels = 3 * height * width * 4 ** (levels.length - 1);
	return one + 4 * (depths + pixels);
}
