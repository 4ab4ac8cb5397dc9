/** What a subject can stand on: plain sheets, tinted so that none equals a subject's own ink. */

/** A background: the word for it and the colour of its sheet. */
export type Background = { name: string; fill: string };

export const backgrounds: readonly Background[] = [
	{ name: 'white', fill: '#ffffff' },
	{ name: 'black', fill: '#08080b' },
	{ name: 'blue', fill: '#78b7f5' },
	{ name: 'green', fill: '#92db88' },
];

/** Names the background of a picture whose caption names none. */
export function usualBackground(colour: string): string {
	return colour === 'white' ? 'blue' : 'white';
}
