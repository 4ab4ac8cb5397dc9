// Tables of Markdown whose cells hold anyone's words.

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => '---'), ...rows.map(row => row.map(plain))]
		.map(cells => `| ${cells.join(' | ')} |`)
		.join('\n');
}

/** Text as it stands: one line, and nothing that Markdown reads as its own. */
export function plain(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<&|]/g, '\\$&');
}
