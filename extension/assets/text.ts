// A manifest's text: where its parts lie, and the change that sets its pins.
import { findNodeAtLocation, modify, parseTree, type Edit } from 'jsonc-parser/lib/esm/main.js';

/** Characters of a text. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Where the part lies that the names lead to, or the nearest one above it that is there; of a long part its first line. */
export function spanOf(text: string, at: readonly (string | number)[]): Span {
	const tree = parseTree(text);
	for (let depth = at.length; tree && depth > 0; depth--) {
		const node = findNodeAtLocation(tree, at.slice(0, depth));
		if (!node) continue;
		const line = text.indexOf('\n', node.offset);
		const end = node.offset + node.length;
		return { start: node.offset, end: line < 0 ? end : Math.min(line, end) };
	}
	return { start: 0, end: text.search(/\n|$/) };
}

/** Where each of the manifest's assets begins, in order. */
export function entriesIn(text: string): readonly number[] {
	const tree = parseTree(text);
	const assets = tree && findNodeAtLocation(tree, ['assets']);
	return (assets?.children ?? []).map(({ offset }) => offset);
}

/** What changes when these assets are pinned to seeds; `undefined` takes a pin away. */
export function pinning(text: string, pins: Readonly<Record<string, number | undefined>>): readonly Edit[] {
	const now = { ...pinsIn(text), ...pins };
	const kept = Object.entries(now).filter((entry): entry is [string, number] => entry[1] !== undefined);
	const value = kept.length > 0 ? Object.fromEntries(kept) : undefined;
	return modify(text, ['pins'], value, {
		formattingOptions: { insertSpaces: /^ +"/m.test(text), tabSize: 2, eol: '\n' },
	});
}

/** The seeds of the assets that are pinned. */
export function pinsIn(text: string): Readonly<Record<string, number>> {
	const tree = parseTree(text);
	const pins = tree && findNodeAtLocation(tree, ['pins']);
	return Object.fromEntries(
		(pins?.children ?? []).flatMap(({ children: [name, seed] = [] }) =>
			typeof seed?.value === 'number' ? [[String(name?.value), seed.value]] : [],
		),
	);
}
