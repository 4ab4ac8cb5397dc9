// The last lines a process wrote: what a person needs when it died.
import type { Readable } from 'node:stream';

/** Keeps the last `most` lines of what `streams` say, and hands each line on. */
export function lastLines(streams: readonly Readable[], most: number, onLine: (line: string) => void): string[] {
	const kept: string[] = [];
	for (const stream of streams) {
		let rest = '';
		stream.setEncoding('utf8');
		stream.on('data', (text: string) => {
			const lines = (rest + text).split(/\r?\n/);
			// A line without end would otherwise grow for ever.
			rest = lines.pop()!.slice(-longestLine);
			for (const line of lines) keep(line);
		});
		stream.on('end', () => {
			if (rest !== '') keep(rest);
		});
	}
	return kept;

	function keep(line: string): void {
		const short = line.slice(0, longestLine);
		if (kept.push(short) > most) kept.shift();
		onLine(short);
	}
}

const longestLine = 2000;
