/** The inks of a subject: for every colour a light, a middle, a dark and a rim; and the inks that never change. */

/** One colour as it is drawn: `light` to `dark` is the gradient of a body, `rim` its outline. */
export type Ink = { name: string; light: string; middle: string; dark: string; rim: string };

/** Every colour a subject can have. */
export const inks: readonly Ink[] = [
	{ name: 'red', light: '#f4595a', middle: '#e02f35', dark: '#bd1f2b', rim: '#8a1420' },
	{ name: 'orange', light: '#ffa347', middle: '#f5861f', dark: '#dc6a0c', rim: '#a04a08' },
	{ name: 'yellow', light: '#ffe566', middle: '#fbcf2b', dark: '#eab308', rim: '#a87b06' },
	{ name: 'green', light: '#38b35c', middle: '#1a9641', dark: '#0f7a32', rim: '#0a5223' },
	{ name: 'blue', light: '#4a7cf0', middle: '#2457d9', dark: '#1a41b0', rim: '#112c7d' },
	{ name: 'purple', light: '#a866ea', middle: '#8b3fd6', dark: '#6e2bb0', rim: '#4a1a7d' },
	{ name: 'white', light: '#f4f5f8', middle: '#e2e5ec', dark: '#cbd0dc', rim: '#8d94a8' },
	{ name: 'black', light: '#44444f', middle: '#33333c', dark: '#24242b', rim: '#141418' },
];

/** Inks of small parts that keep their colour whatever the subject's colour is. */
export const wood = '#8a5a33';
export const leaf = '#4c9a3f';
export const gold = '#e8b93a';
export const cream = '#f6e6cb';
export const glass = '#dcecf5';
export const night = '#1d1d24';
export const paper = '#ffffff';
