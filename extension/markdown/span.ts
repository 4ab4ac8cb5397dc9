// A span of a document that moves with the edits made while a picture is on its way.

/** Offsets into the text: `start` to `end`; both are equal for a cursor. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** One edit: `length` characters at `offset` became `inserted` characters. */
export interface Change {
	readonly offset: number;
	readonly length: number;
	readonly inserted: number;
}

/** Where the span lies after the edit; undefined when the edit touched its inside, so that the place is gone. */
export function moved(span: Span, change: Change): Span | undefined {
	const cursor = span.start === span.end;
	const changeEnd = change.offset + change.length;
	if (changeEnd <= span.start && (change.offset < span.start || !cursor)) {
		const by = change.inserted - change.length;
		return { start: span.start + by, end: span.end + by };
	}
	return change.offset >= span.end ? span : undefined;
}
