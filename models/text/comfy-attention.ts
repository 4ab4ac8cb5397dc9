// ComfyUI's attention grammar: round brackets weigh, and a number replaces what the brackets around it say.
import { append, orNothing, type Piece } from './attention.ts';

/**
 * The pieces of a prompt in ComfyUI's grammar (`token_weights` of its `comfy/sd1_clip.py`): `(x)` weighs 1.1 times what is
 * around it, `(x:1.3)` weighs 1.3 whatever is around it, `\(` and `\)` are brackets as they stand. A bracket without
 * partner is text. There is no `[x]` and no `BREAK`. Any text at all is read, in linear time.
 */
export function readComfyAttention(prompt: string): readonly Piece[] {
	const signs = prompt.match(/\\[()]|[()]|[^\\()]+|\\/g) ?? [];
	const texts = signs.map(sign => sign.replace(/^\\(?=[()])/, ''));
	const partners = partnersOf(signs);
	const pieces: Piece[] = [];
	const weights = [1];
	signs.forEach((sign, i) => {
		const partner = partners.get(i);
		const weight = weights.at(-1)!;
		if (partner === undefined) append(pieces, { text: texts[i], weight });
		else if (sign === ')') weights.pop();
		else {
			const numbered = numberedWords(texts[partner - 1], partner - 1 === i + 1);
			if (numbered) texts[partner - 1] = numbered.text;
			weights.push(numbered?.weight ?? weight * 1.1);
		}
	});
	return orNothing(pieces);
}

/** For each bracket that has one, the place of its partner. */
function partnersOf(signs: readonly string[]): ReadonlyMap<number, number> {
	const partners = new Map<number, number>();
	const open: number[] = [];
	signs.forEach((sign, i) => {
		if (sign === '(') open.push(i);
		const partner = sign === ')' ? open.pop() : undefined;
		if (partner !== undefined) partners.set(i, partner).set(partner, i);
	});
	return partners;
}

/** The last words of a bracket and the number behind their last colon; `alone` where the bracket holds nothing else. */
function numberedWords(text: string, alone: boolean): { text: string; weight: number } | undefined {
	const colon = text.lastIndexOf(':');
	const number = text.slice(colon + 1).trim();
	if (colon < (alone ? 1 : 0) || !/^[+-]?[\d.]+$/.test(number) || Number.isNaN(Number(number))) return undefined;
	return { text: text.slice(0, colon), weight: Number(number) };
}
