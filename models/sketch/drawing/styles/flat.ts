/** A flat icon: even colours with a dark rim. */
import { element, rimmedLine, type Style } from './style.ts';

export const flat: Style = {
	name: 'flat',
	phrases: ['flat icon', 'flat', 'flat design', 'cartoon', 'icon', 'clip art'],
	definitions: () => '',
	paint: marks =>
		marks
			.map(mark => {
				const { paint } = mark;
				if (paint.kind === 'line') return rimmedLine(mark, paint.fill, paint.rim, paint.width, 2.5);
				const rim = paint.kind === 'body' ? ` stroke="${paint.rim}" stroke-width="3" stroke-linejoin="round"` : '';
				return element(mark, `fill="${paint.fill}"${rim}`);
			})
			.join(''),
};
