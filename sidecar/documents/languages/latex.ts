// LaTeX: `\includegraphics[width=…, alt={…}]{path}`, below the folder of `\graphicspath`.
import type { Language, Reference } from '../reference.ts';
import { blanked, headingAbove, headingsBy, oneLine, spanOf } from '../text.ts';

export const latex: Language = {
	ids: ['latex', 'tex'],
	endings: ['.tex', '.latex'],
	find: text => picturesIn(blanked(text, code)),
	write: (alt, path) => `\\includegraphics[alt={${guarded(alt)}}]{${path.toWellFormed()}}`,
};

/** Comments and everything that is set as it is written. */
const code =
	/(?<!\\)(?:\\\\)*%[^\n]*|\\begin\{(verbatim|lstlisting|minted|comment|Verbatim)\*?\}[\s\S]*?(?:\\end\{\1\*?\}|$(?![\s\S]))|\\verb\*?([^\w\s*])[^\n]*?\2/g;

/** Braces within braces, three deep. */
const inside = String.raw`(?:\\.|[^{}\\]|\{(?:\\.|[^{}\\]|\{(?:\\.|[^{}\\]|\{[^{}]*\})*\})*\})`;
const picture = new RegExp(
	String.raw`\\includegraphics\*?\s*(?:\[((?:\{${inside}{0,2000}\}|[^\]{}]){0,2000})\])?\s*\{([^{}\n]{1,1000})\}`,
	'g',
);
const caption = new RegExp(String.raw`\\caption(?:\[[^\]]*\])?\{(${inside}{1,1000})\}`);

function picturesIn(text: string): Reference[] {
	const headings = headingsBy(text, /\\(?:part|chapter|(?:sub){0,2}section)\*?(?:\[[^\]\n]*\])?\{([^{}\n]*)\}/g);
	const [, folder = ''] = /\\graphicspath\s*\{\s*\{([^{}]*)\}/.exec(text) ?? [];
	return [...text.matchAll(picture)].map(match => {
		const options = match[1] ?? '';
		const [, braced, bare] =
			new RegExp(String.raw`(?:^|,)\s*alt\s*=\s*(?:\{(${inside}*)\}|([^,]*))`).exec(options) ?? [];
		const path = (match[2] ?? '').trim();
		return {
			path: /^\.{0,2}\//.test(path) ? path : folder + path,
			alt: oneLine(plain(braced ?? bare ?? '')),
			...sizeOf(options),
			near: captionAfter(text, match.index) || plain(headingAbove(headings, match.index)),
			range: spanOf(match),
		};
	});
}

/** The caption of the figure that a picture stands in. */
function captionAfter(text: string, at: number): string {
	const before = text.slice(Math.max(0, at - 2000), at);
	if (before.lastIndexOf('\\begin{figure') <= before.lastIndexOf('\\end{figure')) return '';
	const [figure = ''] = text.slice(at, at + 2000).split('\\end{figure');
	return oneLine(plain(caption.exec(figure)?.[1] ?? ''));
}

/** Print's pixels: 300 to the inch. Sizes by the width of a line are nobody's to know here. */
const inch: Readonly<Record<string, number>> = {
	in: 1,
	cm: 1 / 2.54,
	mm: 1 / 25.4,
	pt: 1 / 72.27,
	bp: 1 / 72,
	px: 1 / 72,
};
const dotsPerInch = 300;

function sizeOf(options: string): Pick<Reference, 'width' | 'height'> {
	const sides = ['width', 'height'].flatMap(side => {
		const [, number, unit = ''] =
			new RegExp(String.raw`(?:^|,)\s*${side}\s*=\s*(\d{1,5}(?:\.\d+)?)\s*(in|cm|mm|pt|bp|px)\s*(?:,|$)`).exec(
				options,
			) ?? [];
		const inches = Number(number) * (inch[unit] ?? NaN);
		return inches > 0 ? [[side, Math.max(1, Math.round(inches * dotsPerInch))]] : [];
	});
	return Object.fromEntries(sides) as Pick<Reference, 'width' | 'height'>;
}

const commands: Readonly<Record<string, string>> = {
	...{ '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' },
};

function guarded(alt: string): string {
	return alt.replace(/[\\~^]|[{}%$#&_]/g, sign => commands[sign] ?? `\\${sign}`);
}

/** Text without its commands: escapes resolved, arguments kept. */
function plain(text: string): string {
	return text
		.replace(
			/\\text(backslash|asciitilde|asciicircum)(?:\{\}|\s)?|\\([{}%$#&_])/g,
			(_, command: string | undefined, sign: string) =>
				command === undefined
					? `\0${sign}`
					: `\0${Object.keys(commands).find(each => commands[each]?.includes(command)) ?? ''}`,
		)
		.replace(/(?<!\0)\\[a-zA-Z]+\*?\s?/g, '')
		.replace(/(?<!\0)[{}]/g, '')
		.replaceAll('\0', '');
}
