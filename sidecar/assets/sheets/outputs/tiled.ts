// Tiled's tile set: equal tiles in rows, one file for each page. https://doc.mapeditor.org/en/stable/reference/tmx-map-format/
import type { Page } from '../page.ts';
import { baseOf, sheetOutput, stemOf, type Listed } from './output.ts';

export const tiled = sheetOutput({
	name: 'tiled',
	summary: 'Tiled tile set, with layout grid (NAME.tsx)',
	write: (pages, sheet) => pages.map(page => ({ path: `${stemOf(page.image)}.tsx`, text: tileset(page, sheet) })),
});

function tileset({ image, width, height, frames }: Page, { padding, extrude }: Listed): string {
	const tileWidth = Math.max(1, ...frames.map(frame => frame.width));
	const tileHeight = Math.max(1, ...frames.map(frame => frame.height));
	const columns = frames.filter(({ y }) => y === frames[0].y).length;
	const spacing = padding + 2 * extrude;
	const tiles = frames.map(
		({ name }, id) =>
			` <tile id="${id}">\n  <properties>\n   <property name="name" value="${escaped(name)}"/>\n  </properties>\n </tile>\n`,
	);
	return `<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="${escaped(baseOf(stemOf(image)))}" tilewidth="${tileWidth}" tileheight="${tileHeight}" spacing="${spacing}" margin="${extrude}" tilecount="${frames.length}" columns="${columns}">
 <image source="${escaped(baseOf(image))}" width="${width}" height="${height}"/>
${tiles.join('')}</tileset>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => entities[sign]);
