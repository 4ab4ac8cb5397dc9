/** What every person is drawn from: a complexion, hair, a face and arms. */
import { night, paper, skin, skinRim, type Ink } from '../inks.ts';
import { body, circle, detail, path, short, stroke, type Mark } from '../marks.ts';
import { pick, type Random } from '../random.ts';
import { both } from './parts.ts';

/** A colour of skin or hair, and its rim. */
export type Tone = { fill: string; rim: string };

/** Picks a colour of skin. */
export function complexion(random: Random): Tone {
	return pick(random, [
		{ fill: skin, rim: skinRim },
		{ fill: '#d99c6a', rim: '#8a5730' },
		{ fill: '#9a6440', rim: '#5e3820' },
	]);
}

/** Picks a colour of hair. */
export function hairColour(random: Random): Tone {
	return pick(random, [
		{ fill: '#5b3a24', rim: '#342012' },
		{ fill: '#34292a', rim: '#171213' },
		{ fill: '#c9772e', rim: '#7d4312' },
	]);
}

/** Draws a round face with its middle at `y`. */
export function face(skin: Tone, y: number, radius: number): Mark[] {
	const [lip, smile, chin] = [short(y + 7), short(y + 9), short(y + 13)];
	return [
		circle(0, y, radius, body(skin.fill, skin.rim)),
		...both(circle(radius * 0.4, y + 1, 3.2, detail(night))),
		path(`M-6 ${lip} Q0 ${smile} 6 ${lip} Q4 ${chin} 0 ${chin} Q-4 ${chin} -6 ${lip} Z`, detail('#9c3f3a')),
	];
}

/** Draws sleeves that reach down to `low`, with hands. */
export function arms(ink: Ink, skin: Tone, low: number): Mark[] {
	return both(
		path(`M14 8 L30 ${short(low)}`, stroke(ink.middle, ink.rim, 10)),
		circle(33, low + 2, 5.5, body(skin.fill, skin.rim)),
	);
}

/** Gives the colour of a small sign on clothes of this ink. */
export function sign(ink: Ink): string {
	return ['white', 'beige', 'yellow', 'lime', 'cyan'].includes(ink.name) ? '#33303a' : paper;
}
