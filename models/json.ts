// JSON of a stranger's file, or the failure that the reader of that file throws.

/** The parsed text; throws what `broken` makes of the reason. */
export function parseJson(text: string, broken: (why: string) => Error): unknown {
	try {
		return JSON.parse(text);
	} catch (thrown) {
		if (thrown instanceof SyntaxError) throw broken('it is not JSON');
		throw thrown;
	}
}
