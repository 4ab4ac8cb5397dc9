/** The inks of a subject: for every colour a light, a middle, a dark and a rim; and the inks that never change. */

/** One colour as it is drawn: `middle` fills a body, `light` and `dark` are its lit and shaded parts, `rim` its outline. */
export type Ink = { name: string; light: string; middle: string; dark: string; rim: string };

/** Every colour a subject can have. */
export const inks: readonly Ink[] = [
	{ name: 'red', light: '#f4595a', middle: '#e02f35', dark: '#bd1f2b', rim: '#8a1420' },
	{ name: 'orange', light: '#ffa347', middle: '#f5861f', dark: '#dc6a0c', rim: '#a04a08' },
	{ name: 'yellow', light: '#ffe566', middle: '#fbcf2b', dark: '#eab308', rim: '#a87b06' },
	{ name: 'lime', light: '#c6ec5a', middle: '#a3d92b', dark: '#83b81a', rim: '#557c0c' },
	{ name: 'green', light: '#38b35c', middle: '#1a9641', dark: '#0f7a32', rim: '#0a5223' },
	{ name: 'teal', light: '#33b5a9', middle: '#12958a', dark: '#0b766d', rim: '#075049' },
	{ name: 'cyan', light: '#7fe6f5', middle: '#3ccfe6', dark: '#1fb0c8', rim: '#0e7688' },
	{ name: 'blue', light: '#4a7cf0', middle: '#2457d9', dark: '#1a41b0', rim: '#112c7d' },
	{ name: 'purple', light: '#a866ea', middle: '#8b3fd6', dark: '#6e2bb0', rim: '#4a1a7d' },
	{ name: 'magenta', light: '#e85bc0', middle: '#cf2fa2', dark: '#a81f82', rim: '#75125a' },
	{ name: 'pink', light: '#ffb9cf', middle: '#fb8fb2', dark: '#ea6e97', rim: '#b04468' },
	{ name: 'brown', light: '#a9713f', middle: '#87552a', dark: '#693f1c', rim: '#452810' },
	{ name: 'beige', light: '#f3e2c0', middle: '#e4cb9c', dark: '#cdb07c', rim: '#927748' },
	{ name: 'gray', light: '#a9adb5', middle: '#868b95', dark: '#6a6f79', rim: '#464a52' },
	{ name: 'white', light: '#ffffff', middle: '#eef0f4', dark: '#d3d8e2', rim: '#8d94a8' },
	{ name: 'black', light: '#44444f', middle: '#2b2b33', dark: '#1d1d24', rim: '#0e0e12' },
];

/** Inks of small parts that keep their colour whatever the subject's colour is. */
export const wood = '#8a5a33';
export const woodRim = '#57361c';
export const leaf = '#4c9a3f';
export const leafRim = '#2c6424';
export const gold = '#e8b93a';
export const goldRim = '#8f6b12';
export const steel = '#b9c2cc';
export const steelRim = '#67707c';
export const cream = '#f6e6cb';
export const creamRim = '#9c8661';
export const skin = '#f0c39a';
export const skinRim = '#a8744a';
export const glass = '#dcecf5';
export const glassRim = '#7f97a6';
export const lamplight = '#ffeeb0';
export const night = '#1d1d24';
export const paper = '#ffffff';
