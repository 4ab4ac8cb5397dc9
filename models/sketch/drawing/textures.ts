/** Surfaces that repeat without a seam: what leaves the page on one side comes in on the other. */
import { short } from './marks.ts';
import { between, pick, type Random } from './random.ts';

/** A texture: the words that ask for it and how its page is drawn. */
export type Texture = { name: string; also: readonly string[]; draw: (random: Random) => string };

export const textures: readonly Texture[] = [
	{ name: 'grass', also: ['lawn', 'turf'], draw: grass },
	{ name: 'brick', also: ['brick wall', 'bricks'], draw: brick },
	{ name: 'wood', also: ['wood planks', 'wooden floor', 'planks'], draw: planks },
	{ name: 'stone', also: ['cobblestone', 'stone wall', 'cobbles'], draw: cobbles },
	{ name: 'water', also: ['sea water', 'ripples'], draw: water },
	{ name: 'metal', also: ['metal plate', 'steel plate'], draw: metal },
	{ name: 'sand', also: ['desert sand'], draw: random => speckled(random, '#e8cb8b', ['#d6b36d', '#f3dda8'], 60) },
	{
		name: 'dirt',
		also: ['soil', 'mud', 'earth'],
		draw: random => speckled(random, '#85603d', ['#694a2c', '#a37d55'], 40),
	},
	{ name: 'lava', also: ['magma'], draw: lava },
	{ name: 'ice', also: ['frozen'], draw: ice },
	{ name: 'tiles', also: ['floor tiles', 'checkerboard'], draw: tiles },
	{ name: 'leaves', also: ['foliage', 'hedge'], draw: leaves },
];

function grass(random: Random): string {
	const blade = (x: number, y: number) => {
		const lean = between(random, -5, 5);
		const fill = pick(random, ['#3f8f35', '#5cb348', '#77c95c']);
		return `<path d="M${short(x - 3)} ${short(y)} L${short(x + lean)} ${short(y - 16)} L${short(x + 3)} ${short(y)} Z" fill="${fill}"/>`;
	};
	return sheet('#4fa33f') + scattered(random, 70, blade);
}

function brick(random: Random): string {
	const fill = pick(random, ['#b5533c', '#a8492f', '#c06a4d']);
	const rows = Array.from({ length: 8 }, (_, row) => {
		const shift = row % 2 === 0 ? 0 : -16;
		return Array.from({ length: 5 }, (_, column) => {
			const shade = between(random, 0, 0.18);
			const place = `x="${short(column * 32 + shift + 1.5)}" y="${row * 16 + 1.5}" width="29" height="13" rx="1.5"`;
			// The brick that is cut by the left edge is the same as the one cut by the right edge.
			const dark = row % 2 === 1 && (column === 0 || column === 4) ? 0.08 : shade;
			return `<rect ${place} fill="${fill}"/><rect ${place} fill="#000000" fill-opacity="${dark.toFixed(2)}"/>`;
		}).join('');
	});
	return sheet('#d9cbb8') + rows.join('');
}

function planks(random: Random): string {
	const rows = Array.from({ length: 4 }, (_, row) => {
		const top = row * 32;
		const fill = pick(random, ['#a9713a', '#9a6531', '#b57e48']);
		const joint = between(random, 20, 108);
		const grain = [9, 17, 25].map(
			y => `<path d="M0 ${top + y} H128" stroke="#7c4f22" stroke-width="1.6" stroke-opacity="0.5"/>`,
		);
		return (
			`<rect y="${top}" width="128" height="32" fill="${fill}"/>${grain.join('')}` +
			`<path d="M0 ${top} H128 M${short(joint)} ${top} v32" stroke="#4f2f10" stroke-width="3"/>`
		);
	});
	return rows.join('') + '<path d="M0 128 H128" stroke="#4f2f10" stroke-width="3"/>';
}

function cobbles(random: Random): string {
	const stones = Array.from({ length: 16 }, (_, index) => {
		const row = Math.floor(index / 4);
		const x = (index % 4) * 32 + (row % 2) * 16 + 16;
		const fill = pick(random, ['#9a968d', '#87837a', '#aba79d']);
		const [across, down] = [between(random, 12.5, 14.5), between(random, 12.5, 14.5)];
		const stone = (at: number) =>
			`<ellipse cx="${short(at)}" cy="${row * 32 + 16}" rx="${short(across)}" ry="${short(down)}" fill="${fill}"/>` +
			`<ellipse cx="${short(at - 3)}" cy="${row * 32 + 12}" rx="5" ry="4" fill="#ffffff" fill-opacity="0.25"/>`;
		return stone(x) + (x + across > 128 ? stone(x - 128) : '');
	});
	return sheet('#55524b') + stones.join('');
}

function water(random: Random): string {
	const wave = (y: number) => {
		const shift = short(between(random, 0, 32));
		const curve = `M-64 ${y} q8 -7 16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0 t16 0`;
		return `<g transform="translate(${shift} 0)"><path d="${curve}" fill="none" stroke="#8fd0f2" stroke-width="3.5"/></g>`;
	};
	return sheet('#2f86c4') + [10, 31, 53, 74, 96, 117].map(wave).join('');
}

function metal(random: Random): string {
	const fill = pick(random, ['#aeb8c5', '#9ea8b4', '#bcc4cd']);
	const plate = (x: number, y: number) => {
		const rivets = [
			[8, 8],
			[56, 8],
			[8, 56],
			[56, 56],
		].map(([dx = 0, dy = 0]) => `<circle cx="${x + dx}" cy="${y + dy}" r="3.5" fill="#6c7683"/>`);
		return `<rect x="${x + 1.5}" y="${y + 1.5}" width="61" height="61" rx="3" fill="${fill}"/><path d="M${x + 12} ${y + 44} L${x + 44} ${y + 12}" stroke="#ffffff" stroke-opacity="0.4" stroke-width="7"/>${rivets.join('')}`;
	};
	return sheet('#59626d') + plate(0, 0) + plate(64, 0) + plate(0, 64) + plate(64, 64);
}

function lava(random: Random): string {
	const crust = (x: number, y: number) => {
		const radius = between(random, 9, 15);
		return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(radius)}" ry="${short(radius * 0.7)}" fill="#4a1d16"/>`;
	};
	return sheet('#f26b1d') + scattered(random, 16, (x, y) => glow(x, y, random)) + scattered(random, 14, crust);
}

function glow(x: number, y: number, random: Random): string {
	const radius = short(between(random, 5, 9));
	return `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" fill="#ffb52e"/>`;
}

function ice(random: Random): string {
	const crack = (x: number, y: number) => {
		const [a, b] = [between(random, -14, 14), between(random, 8, 16)];
		return `<path d="M${short(x)} ${short(y)} l${short(a)} ${short(b)} l${short(-a / 2)} ${short(b)}" fill="none" stroke="#ffffff" stroke-width="2.5"/>`;
	};
	return sheet('#a8dcf2') + scattered(random, 14, crack);
}

function tiles(random: Random): string {
	const [even, odd] = pick(random, [
		['#f2f2ee', '#4a5a6a'],
		['#f0e2c8', '#b5533c'],
		['#e8eef2', '#6b9ab8'],
	]) as [string, string];
	const cells = Array.from({ length: 16 }, (_, index) => {
		const [x, y] = [index % 4, Math.floor(index / 4)];
		return `<rect x="${x * 32}" y="${y * 32}" width="32" height="32" fill="${(x + y) % 2 === 0 ? even : odd}"/>`;
	});
	return (
		cells.join('') +
		'<path d="M0 0 H128 M0 32 H128 M0 64 H128 M0 96 H128 M0 128 H128 M0 0 V128 M32 0 V128 M64 0 V128 M96 0 V128 M128 0 V128" stroke="#8a8f94" stroke-width="2"/>'
	);
}

function leaves(random: Random): string {
	const leaf = (x: number, y: number) => {
		const fill = pick(random, ['#3f8f35', '#2f7a2b', '#5cb348']);
		const turn = short(between(random, 0, 180));
		return `<g transform="translate(${short(x)} ${short(y)}) rotate(${turn})"><path d="M-11 0 Q0 -9 11 0 Q0 9 -11 0 Z" fill="${fill}"/><path d="M-9 0 H9" stroke="#235f20" stroke-width="1.5"/></g>`;
	};
	return sheet('#1f5a22') + scattered(random, 60, leaf);
}

function speckled(random: Random, fill: string, specks: readonly string[], count: number): string {
	const speck = (x: number, y: number) => {
		const radius = between(random, 1.5, 4);
		return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(radius * 1.3)}" ry="${short(radius)}" fill="${pick(random, specks)}"/>`;
	};
	return sheet(fill) + scattered(random, count, speck);
}

function sheet(fill: string): string {
	return `<rect width="128" height="128" fill="${fill}"/>`;
}

/** Draws things at places of chance, and again beyond every edge that they may touch. */
function scattered(random: Random, count: number, thing: (x: number, y: number) => string): string {
	return Array.from({ length: count }, () => {
		const [x, y] = [between(random, 0, 128), between(random, 0, 128)];
		const drawn = thing(x, y);
		const copies = [-128, 0, 128].flatMap(down =>
			[-128, 0, 128].map(across => ({ across, down, near: isNear(x + across) && isNear(y + down) })),
		);
		return copies
			.filter(({ near }) => near)
			.map(({ across, down }) => `<g transform="translate(${across} ${down})">${drawn}</g>`)
			.join('');
	}).join('');
}

/** Whether something at this coordinate may reach onto the page. */
function isNear(at: number): boolean {
	return at > -24 && at < 152;
}
