/** Pixel art: drawn in a grid of 32 cells with hard edges, two tones and a rim one cell wide. */
import { element, rimmedLine, type Style } from './style.ts';

export const pixelArt: Style = {
	name: 'pixel art',
	phrases: ['pixel art', 'pixelated', 'pixel', '8-bit', 'pixel sprite', 'retro game sprite'],
	grid: 32,
	definitions: () => '',
	paint: marks =>
		`<g shape-rendering="crispEdges">${marks
			.map(mark => {
				const { paint } = mark;
				if (paint.kind === 'line') return rimmedLine(mark, paint.fill, paint.rim, Math.max(4, paint.width), 3);
				const rim = paint.kind === 'body' ? ` stroke="${paint.rim}" stroke-width="5" stroke-linejoin="round"` : '';
				return element(mark, `fill="${paint.fill}"${rim}`);
			})
			.join('')}</g>`,
};
