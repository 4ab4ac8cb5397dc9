/** Things people make: house, sword, potion, key, gem, cup. */
import { glass, gold, wood, type Ink } from '../inks.ts';
import { body, box, circle, ellipse, outlined, path, plain, polygon, short } from '../marks.ts';
import { between, chance, type Random } from '../random.ts';
import type { Noun } from './noun.ts';

export const things: readonly Noun[] = [
	{ name: 'house', also: ['home', 'hut', 'cottage'], usual: 'orange', draw: house },
	{ name: 'sword', also: ['blade'], usual: 'white', draw: sword },
	{ name: 'potion', also: ['flask', 'elixir', 'magic bottle'], usual: 'purple', draw: potion },
	{ name: 'key', also: ['door key'], usual: 'yellow', draw: key },
	{ name: 'gem', also: ['jewel', 'diamond'], usual: 'blue', draw: gem },
	{ name: 'cup', also: ['mug', 'teacup'], usual: 'blue', draw: cup },
];

function house(ink: Ink, random: Random): string {
	const half = between(random, 28, 34);
	const walls = box(-half, -8, 2 * half, 50, 0, outlined(ink.middle, ink.rim));
	const roof = polygon(
		[
			[-half - 9, -6],
			[0, between(random, -46, -40)],
			[half + 9, -6],
		],
		outlined(ink.dark, ink.rim),
	);
	const door = box(-half + 9, 14, 16, 28, 0, outlined(wood, ink.rim));
	const window = box(half - 23, 6, 15, 15, 0, outlined('#ffeeb0', ink.rim));
	return walls + roof + door + window;
}

function sword(ink: Ink, random: Random): string {
	const half = between(random, 9, 12);
	const blade = polygon(
		[
			[0, -48],
			[half, -36],
			[half, 14],
			[-half, 14],
			[-half, -36],
		],
		outlined(ink.middle, ink.rim),
	);
	const shine = polygon(
		[
			[-1, -43],
			[-half + 3, -35],
			[-half + 3, 12],
			[-1, 12],
		],
		plain(ink.light),
	);
	const hilt = box(-5, 20, 10, 20, 2, outlined(wood, '#57361c'));
	const guard = box(-23, 13, 46, 9, 3, outlined(gold, '#8f6b12'));
	return blade + shine + hilt + guard + circle(0, 42, 6, outlined(gold, '#8f6b12'));
}

function potion(ink: Ink, random: Random): string {
	const wide = between(random, 33, 38);
	const cork = box(-10, -47, 20, 13, 3, outlined(wood, '#57361c'));
	const neck = box(-10, -34, 20, 26, 0, outlined(glass, '#7f97a6'));
	const flask = circle(0, 12, wide - 2, outlined(glass, '#7f97a6'));
	const level = between(random, -14, -4);
	const inner = wide - 6;
	const reach = Math.sqrt(inner ** 2 - (level - 12) ** 2);
	const arc = `A${short(inner)} ${short(inner)} 0 1 1 ${short(-reach)} ${short(level)}`;
	const liquid = path(`M${short(reach)} ${short(level)} ${arc} Z`, outlined(body, ink.rim));
	return flask + neck + liquid + cork + circle(-10, 14, 5, plain(ink.light));
}

function key(ink: Ink, random: Random): string {
	const radius = between(random, 15, 18);
	const ring = (width: number, colour: string) =>
		`<circle cx="0" cy="-24" r="${short(radius)}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
	const teeth = chance(random, 0.5) ? [22, 35] : [28];
	const bits = (grow: number, fill: string) =>
		box(-6.5 - grow, -24 + radius - grow, 13 + 2 * grow, 68 - radius + 2 * grow, 1, plain(fill)) +
		teeth.map(y => box(2 - grow, y - grow, 18 + 2 * grow, 9 + 2 * grow, 1, plain(fill))).join('');
	return ring(17, ink.rim) + bits(2.5, ink.rim) + ring(11.5, ink.middle) + bits(0, ink.middle);
}

function gem(ink: Ink, random: Random): string {
	const wide = between(random, 37, 44);
	const top = between(random, -36, -30);
	const stone = polygon(
		[
			[18 - wide, top],
			[wide - 18, top],
			[wide, -8],
			[0, 43],
			[-wide, -8],
		],
		outlined(ink.middle, ink.rim),
	);
	const face = polygon(
		[
			[-13, -8],
			[13, -8],
			[0, 39],
		],
		plain(ink.light),
	);
	const side = polygon(
		[
			[13, -8],
			[wide - 3, -8],
			[0, 39],
		],
		plain(ink.dark),
	);
	return stone + face + side;
}

function cup(ink: Ink, random: Random): string {
	const high = between(random, -28, -20);
	const handle = (width: number, colour: string) =>
		`<path d="M22 -10 C50 -14 50 24 18 20" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
	const bowl = `M-36 ${short(high)} L26 ${short(high)} L20 34 Q-5 42 -30 34 Z`;
	const drink = ink.name === 'black' ? '#a0714a' : '#6b4226';
	const mouth = ellipse(-5, high, 31, 8, outlined(drink, ink.rim));
	return handle(13, ink.rim) + handle(7, ink.middle) + path(bowl, outlined(body, ink.rim)) + mouth;
}
