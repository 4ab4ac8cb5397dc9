/** The page a picture is drawn on: 128 × 128 units, with the definitions its styles need. */
import type { Ink } from './inks.ts';
import type { Style } from './styles/index.ts';

/** Puts painted marks on a page as one SVG document. */
export function page(content: string, style: Style, ink: Ink): string {
	return [
		'<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">',
		`<defs>${style.definitions(ink)}</defs>`,
		`${content}</svg>`,
	].join('');
}
