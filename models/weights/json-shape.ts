// Looks at JSON text for two things that JSON.parse lets through: great depth, and a key named twice.

/** Whether brackets nest deeper than `limit`. Takes any text, sound JSON or not. */
export function nestsDeeper(text: string, limit: number): boolean {
	let depth = 0;
	for (const { mark } of marks(text)) {
		if (mark === '{' || mark === '[') depth++;
		else if (mark === '}' || mark === ']') depth--;
		if (depth > limit) return true;
	}
	return false;
}

/** The first key that any one object of sound JSON `text` repeats: JSON.parse would keep the last of them. */
export function firstDuplicateKey(text: string): string | undefined {
	/** The keys of each open object, outermost first; undefined stands for an array. */
	const open: (Set<string> | undefined)[] = [];
	for (const { mark, from, to } of marks(text)) {
		if (mark === '{') open.push(new Set());
		else if (mark === '[') open.push(undefined);
		else if (mark === '}' || mark === ']') open.pop();
		else if (isKey(text, to)) {
			const key = JSON.parse(text.slice(from, to)) as string;
			const keys = open.at(-1);
			if (keys?.has(key)) return key;
			keys?.add(key);
		}
	}
	return undefined;
}

/** Brackets and strings, in order; `from` and `to` enclose the quotes of a string. */
function* marks(text: string): Generator<{ readonly mark: string; readonly from: number; readonly to: number }> {
	for (let from = 0; from < text.length; from++) {
		const mark = text[from];
		if ('{}[]'.includes(mark)) yield { mark, from, to: from + 1 };
		if (mark !== '"') continue;
		const to = stringEnd(text, from);
		yield { mark, from, to };
		from = to - 1;
	}
}

/** Where the string that opens at `from` has ended; the end of the text when it never does. */
function stringEnd(text: string, from: number): number {
	for (let at = from + 1; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === '"') return at + 1;
	}
	return text.length;
}

/** Whether a string that ends at `end` is followed by a colon. */
function isKey(text: string, end: number): boolean {
	let at = end;
	while (at < text.length && ' \t\r\n'.includes(text[at])) at++;
	return text[at] === ':';
}
