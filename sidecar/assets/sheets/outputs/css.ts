// CSS sprites: a class for the sheet, one for each sprite.
import type { Frame } from '../page.ts';
import { baseOf, sheetOutput, stemOf } from './output.ts';

export const css = sheetOutput({
	name: 'css',
	summary: 'CSS sprites (NAME.css)',
	write(pages, { out }) {
		const sheet = identifier(baseOf(stemOf(out)));
		const all = `.${sheet} {\n\tdisplay: inline-block;\n\timage-rendering: pixelated;\n}\n`;
		const rules = pages.flatMap(page =>
			page.frames.map(frame => rule(`${sheet}-${identifier(frame.name)}`, baseOf(page.image), frame)),
		);
		return [{ path: `${stemOf(out)}.css`, text: [all, ...rules].join('\n') }];
	},
});

function rule(name: string, image: string, { x, y, width, height }: Frame): string {
	const address = encodeURI(image).replace(/[()']/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
	return `.${name} {
	width: ${width}px;
	height: ${height}px;
	background: url('${address}') ${-x}px ${-y}px no-repeat;
}
`;
}

/** A name that needs no escaping in a selector. */
function identifier(name: string): string {
	return name.replace(/[^\w-]/g, '_').replace(/^(?=-?\d)/, '_');
}
