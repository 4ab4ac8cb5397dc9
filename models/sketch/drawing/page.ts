/** The page a picture is drawn on: 128 × 128 units, with the definitions its styles need. */
import type { Ink } from './inks.ts';
import type { Style } from './styles/index.ts';

/** Puts painted marks of some inks on a page as one SVG document; `grain` is the pattern of a material. */
export function page(content: string, style: Style, inks: readonly Ink[], grain = ''): string {
	return [
		'<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">',
		`<defs>${inks.map(style.definitions).join('')}${grain}</defs>`,
		`${content}</svg>`,
	].join('');
}
