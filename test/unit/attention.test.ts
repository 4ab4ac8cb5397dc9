// The attention grammars: A1111's published examples, ComfyUI's rules, and any text at all.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAttention, type Piece } from '../../models/text/attention.ts';
import { readComfyAttention } from '../../models/text/comfy-attention.ts';

type Read = (prompt: string) => readonly Piece[];
type Expected = readonly (readonly [string, number] | 'break')[];

/** Weights are compared to twelve digits: products of the same factors differ in the last one by their order. */
function checkWith(read: Read, prompt: string, expected: Expected): void {
	const rounded = (weight: number) => Number(weight.toPrecision(12));
	const pieces = read(prompt).map(piece => (piece === 'break' ? piece : [piece.text, rounded(piece.weight)]));
	assert.deepEqual(
		pieces,
		expected.map(piece => (piece === 'break' ? piece : [piece[0], rounded(piece[1])])),
	);
}

describe("A1111's attention grammar", () => {
	const check = (prompt: string, ...expected: Expected) => checkWith(readAttention, prompt, expected);

	// The examples in the documentation of A1111's own function.
	it('reads plain words', () => check('normal text', ['normal text', 1]));
	it('reads brackets', () => check('an (important) word', ['an ', 1], ['important', 1.1], [' word', 1]));
	it('closes an open bracket at the end', () => check('(unbalanced', ['unbalanced', 1.1]));
	it('takes escaped brackets as they stand', () => check('\\(literal\\]', ['(literal]', 1]));
	it('joins neighbours of one weight', () => check('(unnecessary)(parens)', ['unnecessaryparens', 1.1]));
	it('reads all of it together', () =>
		check(
			'a (((house:1.3)) [on] a (hill:0.5), sun, (((sky))).',
			...([
				['a ', 1],
				['house', 1.5730000000000004],
				[' ', 1.1],
				['on', 1],
				[' a ', 1.1],
				['hill', 0.55],
				[', sun, ', 1.1],
				['sky', 1.4641000000000006],
				['.', 1.1],
			] as const),
		));

	it('weakens in square brackets', () => check('[[x]]', ['x', 1 / 1.21]));
	it('lets rounds and squares overlap', () => check('(a [b) c]', ['a ', 1.1], ['b', 1], [' c', 1 / 1.1]));
	it('allows blanks about the number', () => check('(a : 1.5 )', ['a ', 1.5]));
	it('reads signs before the number', () => check('(a:-.5)(b:+2)', ['a', -0.5], ['b', 2]));
	it('takes a closing bracket without partner as text', () => check('a:1.3) b]', ['a:1.3) b]', 1]));
	it('takes a colon without number as text', () => check('(a: b)', ['a: b', 1.1]));
	it('takes dots and digits that are no number as text', () => check('(v:1.2.3)', ['v:1.2.3', 1.1]));
	it('takes a number for the bracket it closes only', () => check('((a:2) b:3)', ['a', 6], [' b', 3]));
	it('drops a backslash before anything else', () => check('a\\b', ['ab', 1]));
	it('keeps an escaped backslash', () => check('a\\\\(b)', ['a\\', 1], ['b', 1.1]));
	it('breaks at BREAK, without the blanks around it', () =>
		check('(a) BREAK\n[b BREAK]', ['a', 1.1], 'break', ['b', 1 / 1.1], 'break'));
	it('breaks at each of several', () => check('BREAK BREAK a', 'break', 'break', ['a', 1]));
	it('does not break inside words', () => check('BREAKFAST 日BREAK', ['BREAKFAST 日BREAK', 1]));
	it('reads nothing as words of no length', () => check('', ['', 1]));
	it('reads empty brackets as words of no length', () => check('()', ['', 1]));
});

describe("ComfyUI's attention grammar", () => {
	const check = (prompt: string, ...expected: Expected) => checkWith(readComfyAttention, prompt, expected);

	it('reads brackets', () => check('a (b) c', ['a ', 1], ['b', 1.1], [' c', 1]));
	it('multiplies brackets without numbers', () => check('((b))', ['b', 1.21]));
	it('lets a number replace what is around it', () => check('((a:0.5) b:3)', ['a', 0.5], [' b', 3]));
	it('multiplies a bracket inside a number', () => check('((a) b:2)', ['a', 2.2], [' b', 2]));
	it('reads the number after the last colon', () => check('(a:b:1.5)', ['a:b', 1.5]));
	it('does not read a number without words', () => check('(:1.5)', [':1.5', 1.1]));
	it('takes brackets without partner as text', () => check(') a (b', [') a (b', 1]));
	it('knows no square brackets, no BREAK', () => check('[a] BREAK b', ['[a] BREAK b', 1]));
	it('takes escaped brackets as they stand', () => check('\\(a\\) \\b', ['(a) \\b', 1]));
});

describe('any text', () => {
	const signs = fc.constantFrom(...'()[]\\:. 13-', ':1.3)', 'BREAK', 'cat', '日', '\ud83c');
	const anything = fc.oneof(
		fc.string(),
		fc.array(signs).map(parts => parts.join('')),
	);
	const both: readonly (readonly [string, Read])[] = [
		['A1111', readAttention],
		['ComfyUI', readComfyAttention],
	];
	for (const [name, read] of both) {
		it(`is read in ${name}'s grammar: at least one piece, neighbours of different weight`, () => {
			fc.assert(
				fc.property(anything, prompt => {
					const pieces = read(prompt);
					assert.ok(pieces.length > 0);
					pieces.forEach((piece, i) => {
						const next = pieces[i + 1];
						if (piece === 'break' || next === 'break' || next === undefined) return;
						assert.notEqual(piece.weight, next.weight);
					});
				}),
			);
		});
	}
	it('with every bracket escaped comes back as it was', () => {
		fc.assert(
			fc.property(
				anything.filter(text => !text.includes('BREAK')),
				text => {
					const prompt = text.replace(/[\\()[\]]/g, '\\$&');
					assert.deepEqual(readAttention(prompt), [{ text, weight: 1 }]);
				},
			),
		);
	});
	it('nested at random weighs as its brackets say', () => {
		const tree = fc.letrec<{ node: Nested }>(tie => ({
			node: fc.oneof(
				{ depthSize: 'small' },
				fc.record({ text: fc.stringMatching(/^[a-z]+ $/) }),
				fc.record({ factor: fc.constantFrom(1.1, 1 / 1.1, 0.5, 1.25), inner: fc.array(tie('node'), { minLength: 1 }) }),
			),
		})).node;
		fc.assert(
			fc.property(tree, nested => {
				const expected: { text: string; weight: number }[] = [];
				weigh(nested, 1, expected);
				const letters = readAttention(written(nested)).flatMap(piece => (piece === 'break' ? [] : spread(piece)));
				assert.deepEqual(letters, expected.flatMap(spread));
			}),
		);
	});
	it('of 20,000 signs takes no longer than its length deserves', () => {
		const hard = [
			'(',
			'[',
			')',
			'(a',
			'(a)',
			'[a(',
			'\\',
			':',
			'(:1',
			':1.',
			' ',
			'(a:1.1)',
			'BREAK ',
			'([)]',
			'1',
			': ',
		];
		for (const sign of hard) {
			const prompt = sign.repeat(20_000 / sign.length);
			for (const [name, read] of both) {
				const before = process.cpuUsage();
				read(prompt);
				const { user, system } = process.cpuUsage(before);
				// Quadratic work on 20,000 signs takes seconds; linear work some ten milliseconds.
				assert.ok(user + system < 500_000, `${name}: ${sign} × n took ${(user + system) / 1e6} s`);
			}
		}
	});
});

type Nested = { readonly text: string } | { readonly factor: number; readonly inner: readonly Nested[] };

function written(nested: Nested): string {
	if ('text' in nested) return nested.text;
	const inner = nested.inner.map(written).join('');
	if (nested.factor === 1.1) return `(${inner})`;
	return nested.factor === 1 / 1.1 ? `[${inner}]` : `(${inner}:${nested.factor})`;
}

function weigh(nested: Nested, weight: number, into: { text: string; weight: number }[]): void {
	if ('text' in nested) into.push({ text: nested.text, weight });
	else for (const one of nested.inner) weigh(one, weight * nested.factor, into);
}

/** Letter by letter, so that it does not matter which neighbours were joined; weights to nine digits. */
const spread = ({ text, weight }: { text: string; weight: number }) =>
	[...text].map(letter => [letter, Number(weight.toPrecision(9))]);
