// HTML's character references, as far as alternative texts and paths need them.

const named: Readonly<Record<string, string>> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
	...{ hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', copy: '©' },
};

/** The text with its character references resolved; one that is not known stays as it is written. */
export function unescaped(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (written, decimal, hex, name) => {
		if (name !== undefined) return named[String(name)] ?? written;
		const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '\ufffd';
	});
}

/** The text as it may stand in double quotes, in HTML and in the templates that grew out of it. */
export function escaped(text: string): string {
	return text.replace(/[&<>"'`{}]/g, sign => `&#${sign.charCodeAt(0)};`);
}
