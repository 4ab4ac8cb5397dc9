/** Inks that nouns of several lists share, and paints chosen so that they are seen beside the ink of the subject. */
import {
	cream,
	glass,
	gold,
	goldRim,
	lamplight,
	night,
	paper,
	steel,
	steelRim,
	wood,
	woodRim,
	type Ink,
} from '../inks.ts';
import { body, detail, surface, type Paint } from '../marks.ts';

/** The scarlet of plumes and scarves. */
export const scarlet = '#d8343c';
/** The rim of what is scarlet. */
export const scarletRim = '#8a1420';
/** The orange of flames and of a snowman's nose. */
export const orange = '#f5861f';
/** The rim of what is orange. */
export const orangeRim = '#a04a08';
/** The yellow of what glows in the dark. */
export const glow = '#ffd84a';
/** The yellow of lamps by day. */
export const headlight = '#ffe27a';
/** The dark gray of grips and skids. */
export const iron = '#4a4a55';
/** The gray that stands in for iron where it would not be seen. */
export const slate = '#5d626c';
/** The crust of what is baked. */
export const dough = '#dba766';
/** The rim of what is baked. */
export const doughRim = '#94642f';
/** Paints straw. */
export const straw = body('#ecc560', goldRim);

/** Paints a part in the middle of the ink. */
export function solid(ink: Ink): Paint {
	return body(ink.middle, ink.rim);
}

/** Paints a part in the light of the ink. */
export function lit(ink: Ink): Paint {
	return body(ink.light, ink.rim);
}

/** Paints a part in the dark of the ink. */
export function shaded(ink: Ink): Paint {
	return body(ink.dark, ink.rim);
}

/** Paints an opening or a joint so that it is seen on every ink. */
export function hole(ink: Ink): Paint {
	return detail(ink.name === 'black' ? steelRim : ink.rim);
}

/** Paints what is written on or cut into a part so that it is seen on every ink. */
export function groove(ink: Ink): Paint {
	return detail(ink.name === 'black' ? steel : ink.rim);
}

/** Paints a knob or another small golden feature so that it is seen on every ink. */
export function gilded(ink: Ink): Paint {
	return detail(['yellow', 'beige'].includes(ink.name) ? ink.rim : gold);
}

/** Paints wood beside a part in the ink. */
export function wooden(ink: Ink): Paint {
	return body(ink.name === 'brown' ? '#d9b98a' : wood, woodRim);
}

/** Paints a lit window in a wall, or a dark one where the wall is pale. */
export function windowPane(ink: Ink): Paint {
	return body(isPale(ink) ? '#58758c' : lamplight, ink.rim);
}

/** Paints a window of a vehicle. */
export function windscreen(ink: Ink): Paint {
	return surface(ink.name === 'white' ? '#6f93ab' : glass);
}

/** Paints a glazed part with a rim. */
export function glazed(ink: Ink): Paint {
	return body(ink.name === 'white' ? '#8fb3c9' : glass, ink.rim);
}

/** Says whether the ink is so pale that light does not show on it. */
export function isPale(ink: Ink): boolean {
	return ['white', 'beige', 'yellow', 'lime', 'pink', 'cyan'].includes(ink.name);
}

/** Gives paper, or the ink's rim where paper would not be seen on the ink. */
export function contrast(ink: Ink): string {
	return ['white', 'beige', 'yellow', 'lime', 'cyan'].includes(ink.name) ? ink.rim : paper;
}

/** Gives night, or paper where night would not be seen on the ink: the colour of eyes and keyholes. */
export function seen(ink: Ink): string {
	return ink.name === 'black' ? paper : night;
}

/** Gives the pale colour of bellies and muzzles beside the ink. */
export function pale(ink: Ink): string {
	return ink.name === 'white' ? ink.dark : cream;
}

/** Gives the metal of fittings that is seen beside the ink. */
export function brass(ink: Ink): string {
	return ink.name === 'yellow' ? steel : gold;
}

/** Gives the rubber of tyres that is seen beside the ink. */
export function tyre(ink: Ink): string {
	return ink.name === 'black' ? slate : '#34343d';
}
