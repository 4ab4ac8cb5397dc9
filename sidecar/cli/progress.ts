// How far a picture is: a bar on a terminal, a line per stage and step elsewhere.
import type { ProgressParams } from '../protocol/methods.ts';
import type { Terminal } from './terminal.ts';

const words: Readonly<Record<ProgressParams['stage'], string>> = {
	queue: 'waiting',
	load: 'loading the model',
	encode: 'reading the prompt',
	step: 'drawing',
	decode: 'decoding',
	write: 'writing',
};

/** Shows progress; `count` pictures are being made. */
export function progressShower(terminal: Terminal, count: number): (progress: ProgressParams) => void {
	let last = '';
	return progress => {
		const line = progressLine(progress, count);
		if (terminal.live) return terminal.over(`${bar(progress)} ${line} · ${progress.seconds.toFixed(1)} s`);
		if (line !== last) terminal.err(line);
		last = line;
	};
}

/** `picture 2 of 4: drawing, step 3 of 20`. */
export function progressLine({ picture, stage, step, total }: ProgressParams, count: number): string {
	const which = count > 1 ? `picture ${picture + 1} of ${count}: ` : '';
	return `${which}${words[stage]}${stage === 'step' && step > 0 ? `, step ${step} of ${total}` : ''}`;
}

function bar({ stage, step, total }: ProgressParams): string {
	const share = stage === 'step' ? step / total : stage === 'decode' || stage === 'write' ? 1 : 0;
	const full = Math.round(share * width);
	return `[${'█'.repeat(full)}${'·'.repeat(width - full)}]`;
}

const width = 24;
