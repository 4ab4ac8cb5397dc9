/** What a subject can stand on: plain sheets, the flat key that is cut out afterwards, and simple places. */
import { short } from './marks.ts';
import { between, pick, type Random } from './random.ts';

/** A background: its name, the words that ask for it, and how it is drawn. */
export type Background = {
	name: string;
	/** Phrases that follow the subject, such as `at night`. */
	phrases: readonly string[];
	/** What an outlined body is filled with. */
	sheet: string;
	/** SVG that covers the page of 128 × 128 units. */
	draw: (random: Random) => string;
};

export const backgrounds: readonly Background[] = [
	plain('white', '#ffffff'),
	plain('black', '#08080b'),
	plain('gray', '#c3c7cf', ['grey']),
	plain('red', '#f5a3a0'),
	plain('yellow', '#fdeb9a'),
	plain('green', '#92db88'),
	plain('blue', '#78b7f5', ['light blue']),
	plain('pink', '#ffd9e6'),
	{
		name: 'transparent',
		phrases: ['on a transparent background', 'transparent background', 'cut out', 'with no background'],
		sheet: '#ff00ff',
		draw: () => cover('#ff00ff'),
	},
	place('sky', ['in the sky', 'against the sky', 'in a blue sky', 'sky background'], sky),
	place('night', ['at night', 'in the night', 'under the stars', 'night background'], night),
	place('grass', ['on grass', 'in a meadow', 'on the lawn', 'in a field', 'outdoors'], grass),
	place('sand', ['on the sand', 'in the desert', 'on a beach', 'on sand'], sand),
	place('sea', ['in the sea', 'on the water', 'in the ocean', 'at sea'], sea),
	place('snow', ['in the snow', 'on snow', 'in winter'], snow),
	place('room', ['in a room', 'indoors', 'inside a house', 'on the floor'], room),
];

/** Names the background of a picture whose caption names none. */
export function usualBackground(colour: string): string {
	return colour === 'white' ? 'blue' : 'white';
}

function plain(name: string, fill: string, also: readonly string[] = []): Background {
	const phrases = [name, ...also].flatMap(word => [
		`on a ${word} background`,
		`${word} background`,
		`on ${word}`,
		`against a ${word} backdrop`,
	]);
	return { name, phrases, sheet: fill, draw: () => cover(fill) };
}

function place(name: string, phrases: readonly string[], draw: (random: Random) => string): Background {
	return { name, phrases, sheet: '#ffffff', draw };
}

function sky(random: Random): string {
	const puff = (x: number, y: number, size: number) =>
		`<g fill="#ffffff" fill-opacity="0.85">${oval(x, y, size * 1.6, size * 0.6)}${oval(x - size * 0.5, y - size * 0.4, size * 0.7, size * 0.6)}${oval(x + size * 0.5, y - size * 0.5, size * 0.8, size * 0.7)}</g>`;
	const left = puff(between(random, 6, 26), between(random, 16, 40), between(random, 9, 13));
	const right = puff(between(random, 100, 124), between(random, 80, 112), between(random, 9, 14));
	return faded('#4f9be8', '#bfe2fb') + left + right;
}

function night(random: Random): string {
	const stars = Array.from({ length: 9 }, () => {
		const radius = pick(random, [1.2, 1.6, 2]);
		return oval(between(random, 4, 124), between(random, 4, 124), radius, radius);
	});
	return `${faded('#10163a', '#2a3470')}<g fill="#fff6c8">${stars.join('')}</g>`;
}

function grass(random: Random): string {
	const horizon = between(random, 76, 88);
	const hill = `M0 ${short(horizon)} Q64 ${short(horizon - between(random, 4, 14))} 128 ${short(horizon)} L128 128 L0 128 Z`;
	return `${faded('#8ecdf7', '#d9f0fd')}<path d="${hill}" fill="#6dbb4a"/>${ground(horizon + 18, '#58a63a')}`;
}

function sand(random: Random): string {
	const horizon = between(random, 74, 86);
	const dune = `M0 ${short(horizon + 4)} C34 ${short(horizon - 10)} 74 ${short(horizon + 12)} 128 ${short(horizon - 4)} L128 128 L0 128 Z`;
	return `${faded('#9fd8f5', '#fdf3d6')}<path d="${dune}" fill="#eccf8c"/>${ground(horizon + 22, '#e0bd72')}`;
}

function sea(random: Random): string {
	const horizon = between(random, 66, 80);
	const shift = between(random, 0, 16);
	const wave = (y: number) =>
		`<path d="M${short(-32 + shift)} ${short(y)} q8 -6 16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0" fill="none" stroke="#bfe6f7" stroke-width="2.5"/>`;
	return `${faded('#a5dcf7', '#e6f6fd')}${ground(horizon, '#2f86c4')}${wave(horizon + 14)}${wave(horizon + 34)}`;
}

function snow(random: Random): string {
	const horizon = between(random, 76, 88);
	const flakes = Array.from({ length: 8 }, () => oval(between(random, 4, 124), between(random, 4, 100), 1.8, 1.8));
	return `${faded('#93b7d9', '#cfe0ef')}${ground(horizon, '#f3f7fb')}<g fill="#ffffff">${flakes.join('')}</g>`;
}

function room(random: Random): string {
	const floor = between(random, 84, 94);
	const wall = pick(random, ['#ecd9c3', '#d9e0d0', '#d3dcea']);
	const boards = [floor + 14, floor + 28].map(y => `<path d="M0 ${short(y)} H128" stroke="#8d6540" stroke-width="2"/>`);
	return `${cover(wall)}${ground(floor, '#a87b51')}<rect y="${short(floor)}" width="128" height="4" fill="#fbf6ee"/>${boards.join('')}`;
}

function cover(fill: string): string {
	return `<rect width="128" height="128" fill="${fill}"/>`;
}

function ground(top: number, fill: string): string {
	return `<rect y="${short(top)}" width="128" height="${short(128 - top)}" fill="${fill}"/>`;
}

/** From one colour at the top of the page to another at its foot. */
function faded(top: string, foot: string): string {
	const stops = `<stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${foot}"/>`;
	return `<defs><linearGradient id="air" x1="0" y1="0" x2="0" y2="1">${stops}</linearGradient></defs>${cover('url(#air)')}`;
}

function oval(x: number, y: number, across: number, down: number): string {
	return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(across)}" ry="${short(down)}"/>`;
}
