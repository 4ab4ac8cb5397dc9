/** Paper cut: every part is a sheet of paper that throws a soft shadow on what lies below. */
import { element, rimmedLine, type Style } from './style.ts';

export const paperCut: Style = {
	name: 'paper-cut',
	phrases: ['paper-cut', 'paper cut', 'papercraft', 'paper cutout', 'cut paper'],
	definitions: () => '',
	paint: marks =>
		marks
			.map(mark => {
				const { paint } = mark;
				if (paint.kind === 'shine') return '';
				if (paint.kind === 'line') {
					const round = 'fill="none" stroke-linecap="round" stroke-linejoin="round"';
					const shade = element(mark, `${round} stroke="#000000" stroke-opacity="0.28" stroke-width="${paint.width}"`);
					return `<g transform="translate(3 4)">${shade}</g>${rimmedLine(mark, paint.fill, paint.fill, paint.width, 0)}`;
				}
				if (paint.kind !== 'body') return element(mark, `fill="${paint.fill}"`);
				const shade = (x: number, y: number) =>
					`<g transform="translate(${x} ${y})">${element(mark, 'fill="#000000" fill-opacity="0.16"')}</g>`;
				return shade(2, 2.5) + shade(4, 5) + element(mark, `fill="${paint.fill}"`);
			})
			.join(''),
};
