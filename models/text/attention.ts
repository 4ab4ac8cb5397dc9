// A1111's attention grammar: which words of a prompt weigh how much, and where a new chunk begins.

/** Words that weigh alike; 1 is their plain weight. */
export interface Words {
	readonly text: string;
	readonly weight: number;
}

/** Words, or the place where a new chunk was asked for. */
export type Piece = Words | 'break';

/**
 * The pieces of a prompt in A1111's grammar (`parse_prompt_attention` of its `modules/prompt_parser.py`): `(x)` weighs 1.1
 * times, `[x]` 1 / 1.1 times, `(x:1.3)` 1.3 times; nesting multiplies, a bracket left open reaches the end, a backslash
 * takes a bracket or backslash as it stands, and `BREAK` begins a new chunk. Any text at all is read, in linear time.
 */
export function readAttention(prompt: string): readonly Piece[] {
	const pieces: Piece[] = [];
	// Products of the open brackets' factors; rounds and squares may overlap, so each kind has its own.
	const products: Record<Kind, number[]> = { round: [1], square: [1] };
	for (const sign of signsOf(prompt)) {
		if (sign === 'break') pieces.push('break');
		else if ('text' in sign) {
			append(pieces, { text: sign.text, weight: products.round.at(-1)! * products.square.at(-1)! });
		} else if ('opens' in sign) {
			const open = products[sign.opens.kind];
			open.push(open.at(-1)! * sign.opens.factor);
		} else products[sign.closes].pop();
	}
	return orNothing(pieces);
}

/** Adds words; equal neighbours become one piece, so that a word which brackets cut is still one word. */
export function append(pieces: Piece[], { text, weight }: Words): void {
	if (text === '') return;
	const last = pieces.at(-1);
	if (last === undefined || last === 'break' || last.weight !== weight) pieces.push({ text, weight });
	else pieces[pieces.length - 1] = { text: last.text + text, weight };
}

/** A prompt without words is one piece without words. */
export const orNothing = (pieces: readonly Piece[]): readonly Piece[] =>
	pieces.length > 0 ? pieces : [{ text: '', weight: 1 }];

type Kind = 'round' | 'square';

interface Bracket {
	readonly kind: Kind;
	/** Known when it is closed; until then that of a bracket without a number. */
	factor: number;
}

type Sign = 'break' | { readonly text: string } | { readonly opens: Bracket } | { readonly closes: Kind };

const usual: Readonly<Record<Kind, number>> = { round: 1.1, square: 1 / 1.1 };

const signs = /\\[()[\]\\]?|[([\])]|:\s*([+-]?[.\d]+)\s*\)|[^\\()[\]:]+|:/g;

/** Words, brackets and breaks in their order, with every bracket's factor; a closing bracket without partner is text. */
function signsOf(prompt: string): readonly Sign[] {
	const found: Sign[] = [];
	const open: Record<Kind, Bracket[]> = { round: [], square: [] };
	const opens = (kind: Kind) => {
		const bracket = { kind, factor: usual[kind] };
		open[kind].push(bracket);
		found.push({ opens: bracket });
	};
	const closes = (kind: Kind, factor: number) => {
		open[kind].pop()!.factor = factor;
		found.push({ closes: kind });
	};
	for (const [sign, number] of prompt.matchAll(signs)) {
		if (sign.startsWith('\\')) found.push({ text: sign.slice(1) });
		else if (sign === '(') opens('round');
		else if (sign === '[') opens('square');
		else if (sign === ']' && open.square.length > 0) closes('square', usual.square);
		else if (sign.endsWith(')') && open.round.length > 0) {
			const factor = number === undefined ? usual.round : Number(number);
			// Dots and digits that are no number, as in “(v:1.2.3)”, are words; A1111 stumbles there.
			if (Number.isNaN(factor)) found.push({ text: sign.slice(0, -1) });
			closes('round', Number.isNaN(factor) ? usual.round : factor);
		} else found.push(...wordsAndBreaks(sign));
	}
	return found;
}

/** The words between the breaks, without the blanks around them. */
function wordsAndBreaks(text: string): readonly Sign[] {
	const parts = text.split(/(?<![\p{L}\p{N}_])BREAK(?![\p{L}\p{N}_])/u);
	return parts.flatMap((part, i): Sign[] => {
		const begun = i === 0 ? part : part.trimStart();
		const words = { text: i === parts.length - 1 ? begun : begun.trimEnd() };
		return i === 0 ? [words] : ['break', words];
	});
}
