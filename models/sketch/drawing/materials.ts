/** What a subject can be made of: an ink of its own with a grain over every part that the ink fills. */
import type { Ink } from './inks.ts';
import { shine, type Mark } from './marks.ts';

/** A material: `words` stand before the noun (`wooden`), `of` after it (`made of wood`). */
export type Material = { ink: Ink; words: readonly string[]; of: string; grain: string };

export const materials: readonly Material[] = [
	{
		ink: { name: 'wood', light: '#c68f55', middle: '#a9713a', dark: '#8a5828', rim: '#54330f' },
		words: ['wooden', 'wood'],
		of: 'wood',
		grain: tile(
			16,
			'<path d="M0 4 H16 M0 11 H9 M12 12 H16" stroke="#6d431a" stroke-width="1.6" stroke-opacity="0.55"/>',
		),
	},
	{
		ink: { name: 'stone', light: '#b9b6ae', middle: '#9a968d', dark: '#7c786f', rim: '#4d4a43' },
		words: ['stone', 'rocky'],
		of: 'stone',
		grain: tile(14, '<path d="M2 3 l5 2 -1 4 M9 8 l4 1" fill="none" stroke="#5f5b53" stroke-width="1.5"/>'),
	},
	{
		ink: { name: 'metal', light: '#d6dde6', middle: '#aeb8c5', dark: '#87929f', rim: '#4a535f' },
		words: ['metal', 'iron', 'steel', 'silver'],
		of: 'metal',
		grain: tile(24, '<path d="M-4 20 L20 -4 M10 30 L32 8" stroke="#ffffff" stroke-width="5" stroke-opacity="0.55"/>'),
	},
	{
		ink: { name: 'gold', light: '#ffe27a', middle: '#f2bd2e', dark: '#cf9413', rim: '#80590a' },
		words: ['gold', 'golden'],
		of: 'gold',
		grain: tile(24, '<path d="M-4 20 L20 -4 M10 30 L32 8" stroke="#fff6c9" stroke-width="5" stroke-opacity="0.8"/>'),
	},
	{
		ink: { name: 'glass', light: '#eefaff', middle: '#cfeefa', dark: '#a9d9ec', rim: '#5f9fb8' },
		words: ['glass', 'crystal'],
		of: 'glass',
		grain: tile(30, '<path d="M-4 26 L26 -4" stroke="#ffffff" stroke-width="9" stroke-opacity="0.8"/>'),
	},
];

/** Lays the grain over every body that is filled with the material's ink. */
export function grained(marks: readonly Mark[], { ink }: Material): Mark[] {
	const own = [ink.light, ink.middle, ink.dark];
	return marks.flatMap(mark => {
		const takes = mark.paint.kind === 'body' && own.includes(mark.paint.fill);
		return takes ? [mark, { shape: mark.shape, paint: shine('url(#grain)') }] : [mark];
	});
}

function tile(side: number, content: string): string {
	return `<pattern id="grain" width="${side}" height="${side}" patternUnits="userSpaceOnUse">${content}</pattern>`;
}
