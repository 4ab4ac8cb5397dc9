/** Glossy: a gradient from light to dark in every body of the subject's ink, and a sheen over it. */
import { element, rimmedLine, type Style } from './style.ts';

export const glossy: Style = {
	name: 'glossy',
	phrases: ['glossy', 'gradient', '3d icon', 'shiny', 'glossy icon'],
	definitions: ink =>
		`<linearGradient id="body-${ink.name}" x1="0.2" y1="0" x2="0.8" y2="1">` +
		`<stop offset="0" stop-color="${ink.light}"/><stop offset="0.45" stop-color="${ink.middle}"/>` +
		`<stop offset="1" stop-color="${ink.rim}"/></linearGradient>` +
		'<linearGradient id="sheen" x1="0" y1="0" x2="0" y2="1">' +
		'<stop offset="0" stop-color="#ffffff" stop-opacity="0.6"/>' +
		'<stop offset="0.5" stop-color="#ffffff" stop-opacity="0.12"/>' +
		'<stop offset="0.52" stop-color="#ffffff" stop-opacity="0"/></linearGradient>',
	paint: (marks, { ink }) =>
		marks
			.map(mark => {
				const { paint } = mark;
				if (paint.kind === 'line') return rimmedLine(mark, paint.fill, paint.rim, paint.width, 1.5);
				if (paint.kind !== 'body') return element(mark, `fill="${paint.fill}"`);
				const fill = paint.fill === ink.middle ? `url(#body-${ink.name})` : paint.fill;
				return (
					element(mark, `fill="${fill}" stroke="${paint.rim}" stroke-width="1.5" stroke-linejoin="round"`) +
					element(mark, 'fill="url(#sheen)"')
				);
			})
			.join(''),
};
