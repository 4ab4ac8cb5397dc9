// The Studio's reckoning: sizes on screen, words a model knows, numbers as people read them.
import assert from 'node:assert/strict';
import { strangers } from '../../sidecar/protocol/vocabulary.ts';
import { maxSeed } from '../../sidecar/protocol/recipe.ts';
import { snapSide, withWidth, blankDraft } from '../../webview/draft.ts';
import { fit } from '../../webview/fit.ts';
import { fraction, secondsLabel } from '../../webview/labels.ts';
import { largestSeed } from '../../webview/seed.ts';
import { examples } from '../../webview/words.ts';
import { sketchCard } from './harness/models.ts';

describe('a picture on screen', () => {
	const check = (size: [number, number], density: number, expected: [number, number, boolean]): void => {
		const { width, height, crisp } = fit(...size, { width: 400, height: 400 }, density, 6);
		assert.deepEqual([width, height, crisp], expected);
	};
	it('grows by whole pixels', () => check([64, 64], 1, [384, 384, true]));
	it('grows by whole device pixels where they are finer', () => check([64, 64], 1.25, [358.4, 358.4, true]));
	it('grows at most sixfold', () => check([32, 16], 1, [192, 96, true]));
	it('stays as it is when twice is too large', () => check([300, 200], 1, [300, 200, false]));
	it('shrinks to fit', () => check([1600, 800], 1, [400, 200, false]));
});

describe('a model’s words', () => {
	const { vocabulary } = sketchCard;
	assert.ok(vocabulary);
	it('are known in examples', () =>
		examples(vocabulary).forEach(example => assert.deepEqual(strangers(example, vocabulary), [])));
	it('give three different examples', () => assert.equal(new Set(examples(vocabulary)).size, 3));
	it('make examples that can be seen on their background', () =>
		examples(vocabulary).forEach(example => assert.doesNotMatch(example, /(\b\w+\b).* on an? \1 background/)));
	it('are everyone’s where there is no list', () => assert.equal(examples(undefined).length, 3));
});

describe('numbers', () => {
	const seconds = (value: number, text: string): void => assert.equal(secondsLabel(value), text);
	it('tell tenths of few seconds', () => seconds(1.84, '1.8 s'));
	it('tell whole seconds of many', () => seconds(9.96, '10 s'));
	it('tell minutes', () => seconds(125.4, '2 min 5 s'));

	const share = (stage: 'load' | 'step' | 'decode', step: number, picture: number, expected: number): void => {
		const on = { stage, step, total: 20, picture, count: 4, seconds: 0, width: 64, height: 64 };
		assert.equal(fraction(on), expected);
	};
	it('count nothing done while loading', () => share('load', 0, 0, 0));
	it('count steps of a batch', () => share('step', 10, 1, 0.375));
	it('count a decoded picture as done', () => share('decode', 0, 3, 1));

	const side = (pixels: number, snapped: number): void => assert.equal(snapSide(pixels), snapped);
	it('snap sides to multiples of 8', () => side(99, 96));
	it('keep sides from 16', () => side(1, 16));
	it('keep sides to 8192', () => side(1e9, 8192));
	it('keep the ratio', () =>
		assert.equal(withWidth({ ...blankDraft, width: 512, height: 768, lockRatio: true }, 256).height, 384));
	it('allow the seeds that recipes allow', () => assert.equal(largestSeed, maxSeed));
});
