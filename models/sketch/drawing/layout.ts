/** Where the things of a picture stand on its page, and how large: one to three of a kind. */
import { between, chance, pick, type Random } from './random.ts';

/** The middle of one thing on the page of 128 × 128 units, and its scale. */
export type Spot = { x: number; y: number; scale: number };

/** Up to three spots with the words that tell of them; an empty word is the usual. */
export type Arrangement = { spots: readonly Spot[]; size: '' | 'small' | 'big'; place: PlaceName };

export type PlaceName = '' | 'left' | 'right' | 'top' | 'bottom';

/** The places a caption can name. */
export const places: readonly Exclude<PlaceName, ''>[] = ['left', 'right', 'top', 'bottom'];

/** Chooses how many, how large and where: mostly one in the middle. */
export function arranged(random: Random): Arrangement {
	const count = random();
	if (count < 0.12) return several(2, random);
	if (count < 0.24) return several(3, random);
	if (count < 0.32) return alone('small', '', random);
	if (count < 0.4) return alone('big', '', random);
	if (count < 0.5) return alone(chance(random, 0.5) ? 'small' : '', pick(random, places), random);
	return alone('', '', random);
}

/** One thing of a size at a place. */
export function alone(size: Arrangement['size'], place: PlaceName, random: Random): Arrangement {
	const usual = place === '' ? between(random, 0.98, 1.14) : between(random, 0.5, 0.6);
	const scale = size === 'small' ? between(random, 0.44, 0.54) : size === 'big' ? between(random, 1.32, 1.42) : usual;
	const aside = { '': [0, 0], left: [-32, 0], right: [32, 0], top: [0, -32], bottom: [0, 32] }[place] as [
		number,
		number,
	];
	const loose = place === '' && size !== 'big' ? 4 : 2;
	const [x, y] = [between(random, -loose, loose), between(random, -loose, loose)];
	return { spots: [{ x: 64 + aside[0] + x, y: 64 + aside[1] + y, scale }], size, place };
}

/** Two or three of a kind: side by side, or three with one above. */
export function several(count: 2 | 3, random: Random): Arrangement {
	const scale = count === 2 ? between(random, 0.58, 0.66) : between(random, 0.46, 0.54);
	const three = chance(random, 0.5)
		? [
				[64, 36],
				[34, 90],
				[94, 90],
			]
		: [
				[23, 64],
				[64, 64],
				[105, 64],
			];
	const middles =
		count === 2
			? [
					[33, 64],
					[95, 64],
				]
			: three;
	const narrow = count === 3 && middles[0]?.[1] === 64 ? 0.82 : 1;
	const spots = middles.map(([x = 0, y = 0]) => ({
		x: x + between(random, -2, 2),
		y: y + between(random, -3, 3),
		scale: scale * narrow,
	}));
	return { spots, size: '', place: '' };
}
