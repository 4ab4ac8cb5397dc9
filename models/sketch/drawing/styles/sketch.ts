/** A pencil sketch: thin washes of colour under two uneven pencil strokes and a few hatches. */
import { short } from '../marks.ts';
import { between, type Random } from '../random.ts';
import { element, type Style } from './style.ts';

export const sketch: Style = {
	name: 'sketch',
	phrases: ['sketch', 'pencil sketch', 'hand-drawn', 'pencil drawing', 'doodle'],
	definitions: ink =>
		`<pattern id="hatch-${ink.name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(38)">` +
		`<rect width="6" height="6" fill="${ink.light}"/>` +
		`<rect width="2.2" height="6" fill="${ink.middle}"/></pattern>`,
	paint: (marks, { ink, random }) =>
		marks
			.map(mark => {
				const { paint } = mark;
				if (paint.kind === 'shine') return '';
				const pencil = (width: number, colour: string) =>
					`fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"`;
				if (paint.kind === 'line')
					return (
						element(mark, pencil(paint.width, paint.fill)) +
						shaken(element(mark, pencil(1.6, paint.rim)), random, 1.5) +
						shaken(element(mark, pencil(1.6, paint.rim)), random, 1.5)
					);
				if (paint.kind !== 'body') return element(mark, `fill="${paint.fill}"`);
				const wash = paint.fill === ink.middle ? `url(#hatch-${ink.name})` : paint.fill;
				return (
					element(mark, `fill="${wash}"`) +
					shaken(element(mark, pencil(1.8, paint.rim)), random, 1.2) +
					shaken(element(mark, pencil(1.8, paint.rim)), random, 1.2)
				);
			})
			.join(''),
};

function shaken(svg: string, random: Random, far: number): string {
	const move = `translate(${short(between(random, -far, far))} ${short(between(random, -far, far))})`;
	return `<g transform="${move} rotate(${short(between(random, -2.2, 2.2))})">${svg}</g>`;
}
