// Names of picture files: from words to a name that every file system takes, and the first free one of a series.
import { posix } from 'node:path';
import { formatOf, type PictureFormat } from '../sidecar/protocol/picture.ts';

/** Characters that a name may not hold on one of the systems a repository travels to. */
const forbidden = /[<>:"/\\|?*\p{Cc}]/u;
/** What Windows keeps for its devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Enough to tell pictures apart; the whole prompt is in the file. */
const longest = 48;

const extensions: Record<PictureFormat, string> = { png: '.png', webp: '.webp', avif: '.avif', jpeg: '.jpg' };

/** A file name, without extension, made of the words of a prompt: lower case, hyphens, whole words. */
export function nameFromWords(words: string): string {
	const parts =
		words
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
	let name = '';
	for (const part of parts) {
		const longer = name ? `${name}-${part}` : part;
		if ([...longer].length > longest) break;
		name = longer;
	}
	name ||= [...(parts[0] ?? '')].slice(0, longest).join('');
	return reserved.test(name) ? `picture-${name}` : name || 'picture';
}

/** The file name of a picture of these words. */
export function fileNameFor(words: string, format: PictureFormat): string {
	return nameFromWords(words) + extensions[format];
}

/** The path of a file beside another, `img/cat.jpg` → `img/cat-cut-out.png`; the ending stays where it says the format. */
export function nameBeside(path: string, suffix: string, format: PictureFormat): string {
	const extension = posix.extname(path);
	const stem = path.slice(0, path.length - extension.length);
	return `${stem}${suffix === '' ? '' : `-${suffix}`}${formatOf(path) === format ? extension : extensions[format]}`;
}

/** The name with the extension of its format, unless it has one of that format already. */
export function withExtension(name: string, format: PictureFormat): string {
	return formatOf(name) === format ? name : name + extensions[format];
}

export type NameTrouble = 'empty' | 'character' | 'reserved' | 'ending';

/** Why `name` cannot be a file's name; nothing when it can. */
export function nameTrouble(name: string): NameTrouble | undefined {
	if (name.trim() === '') return 'empty';
	if (forbidden.test(name)) return 'character';
	if (reserved.test(name)) return 'reserved';
	return /[. ]$/.test(name) ? 'ending' : undefined;
}

/** The path itself, or the first of `name-1.png`, `name-2.png` … that is not taken. */
export async function freePath(path: string, taken: (path: string) => Promise<boolean>): Promise<string> {
	const extension = posix.extname(path);
	const stem = path.slice(0, path.length - extension.length);
	for (let number = 0; ; number++) {
		const candidate = number === 0 ? path : `${stem}-${number}${extension}`;
		if (!(await taken(candidate))) return candidate;
	}
}
