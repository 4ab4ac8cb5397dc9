/** A line drawing: coloured rims round bodies of the sheet's colour. */
import { element, rimmedLine, type Style } from './style.ts';

export const outline: Style = {
	name: 'outline',
	phrases: ['outline', 'line art', 'line icon', 'outlined', 'line drawing'],
	definitions: () => '',
	paint: (marks, { ink, sheet }) => {
		// White lines would not be seen on white.
		const pen = ink.name === 'white' ? ink.dark : ink.middle;
		return marks
			.map(mark => {
				const { paint } = mark;
				const round = `stroke-linejoin="round" stroke-linecap="round" stroke="${pen}"`;
				switch (paint.kind) {
					case 'body':
						return element(mark, `fill="${sheet}" ${round} stroke-width="4"`);
					case 'surface':
						return element(mark, `fill="${sheet}" ${round} stroke-width="2.5"`);
					case 'detail':
						return element(mark, `fill="${pen}"`);
					case 'shine':
						return '';
					case 'line':
						return paint.width > 7
							? rimmedLine(mark, sheet, pen, paint.width - 1, 2.5)
							: rimmedLine(mark, pen, pen, Math.min(paint.width, 4), 0);
				}
			})
			.join('');
	},
};
