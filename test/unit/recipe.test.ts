// The recipe's schema: what is refused, and in which words; how wishes are filled and batches count.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { checked, GenerateParams } from '../../sidecar/params.ts';
import { FailureError } from '../../sidecar/protocol/failure.ts';
import { fillRecipe, freshSeed, maxSeed, nthRecipe, Recipe } from '../../sidecar/protocol/recipe.ts';
import { refuseUnfitting, refuseWrongStart } from '../../sidecar/refusals.ts';
import { aRecipe } from './fixtures/pictures.ts';

/** The recipe with `change` is refused, with its field and why. */
function check(change: object, field: string, why: string): void {
	assert.throws(
		() => checked(Recipe, { ...aRecipe, ...change }),
		(error: unknown) => {
			assert.ok(error instanceof FailureError);
			assert.deepEqual(error.failure, { kind: 'badRecipe', field, why });
			return true;
		},
	);
}

describe('a recipe is refused', () => {
	it('of width 0', () => check({ width: 0 }, 'width', 'must be at least 16'));
	it('of width 7', () => check({ width: 7 }, 'width', 'must be at least 16'));
	it('of width 63', () => check({ width: 63 }, 'width', 'must be a multiple of 8'));
	it('of height 100000', () => check({ height: 100_000 }, 'height', 'must be at most 8192'));
	it('of width 64.5', () => check({ width: 64.5 }, 'width', 'must be a whole number'));
	it('of steps 0', () => check({ steps: 0 }, 'steps', 'must be at least 1'));
	it('of endless steps', () => check({ steps: Infinity }, 'steps', 'must be a number'));
	it('with a prompt of 10 MB', () =>
		check({ prompt: 'a'.repeat(10 << 20) }, 'prompt', 'is longer than 20,000 characters'));
	it('with half of a character', () =>
		check({ prompt: 'a \ud83c cat' }, 'prompt', 'holds half of a character (a lone surrogate)'));
	it('with half of a character in the negative prompt', () =>
		check({ negative: '\udfff' }, 'negative', 'holds half of a character (a lone surrogate)'));
	it('without a prompt', () => check({ prompt: undefined }, 'prompt', 'is missing'));
	it('without a model', () => check({ model: '' }, 'model', 'must not be empty'));
	it('with an unknown sampler', () =>
		check(
			{ sampler: 'magic' },
			'sampler',
			'must be one of euler, euler-ancestral, heun, dpmpp-2m, ddim, ddpm, pndm, unipc, lcm',
		));
	it('with an unknown emphasis', () => check({ emphasis: 'magic' }, 'emphasis', 'must be one of a1111, comfy, none'));
	it('with a seed below 0', () => check({ seed: -1 }, 'seed', 'must be at least 0'));
	it('with a seed beyond 32 bits', () => check({ seed: maxSeed + 1 }, 'seed', 'must be at most 4294967295'));
	it('with something that is not known', () => check({ magic: true }, 'magic', 'is not known'));
	it('with strength 0', () =>
		check({ start: { picture: '0'.repeat(64), strength: 0 } }, 'start.strength', 'must be more than 0'));
});

describe('a recipe is refused for its controls', () => {
	it('with clip skip 0', () => check({ clipSkip: 0 }, 'clipSkip', 'must be at least 1'));
	it('with a variation of strength 0', () =>
		check({ variation: { seed: 1, strength: 0 } }, 'variation.strength', 'must be more than 0'));
	it('with a hires pass that enlarges nothing', () =>
		check({ hires: { scale: 1, steps: 5, strength: 0.5 } }, 'hires.scale', 'must be more than 1'));
	it('with a hires pass beyond the longest side', () =>
		checkUnfitting(
			{ width: 4096, hires: { scale: 2.5, steps: 5, strength: 0.5 } },
			'hires',
			/10240 × 120 pixels; 8192/,
		));
	it('with a hires pass after a start picture', () => {
		const hires = { scale: 2, steps: 5, strength: 0.5 };
		const start = { picture: hashOf(Uint8Array.of(1)), strength: 0.5 };
		checkWrongStart({ hires, start }, { start: Uint8Array.of(1) }, /hires/, /not for ones that start from a picture/);
	});
	it('with a mask that was not sent along', () => {
		const start = { picture: hashOf(Uint8Array.of(1)), strength: 0.5, mask: hashOf(Uint8Array.of(2)) };
		checkWrongStart({ start }, { start: Uint8Array.of(1) }, /mask/, /was not sent along/);
		checkWrongStart({ start }, { start: Uint8Array.of(1), mask: Uint8Array.of(3) }, /mask/, /another picture/);
	});
});

function checkUnfitting(change: object, field: string, why: RegExp): void {
	const model = { latent: { channels: 4, downscale: 8 }, sees: 'nothing' } as const;
	assert.throws(() => refuseUnfitting({ ...aRecipe, ...change }, model), refusal(new RegExp(`^${field}$`), why));
}

function checkWrongStart(change: object, sent: object, field: RegExp, why: RegExp): void {
	const params = {
		job: 1,
		recipe: { ...aRecipe, ...change },
		count: 1,
		format: 'png',
		device: 'cpu',
		...sent,
	} as const;
	assert.throws(() => refuseWrongStart(params), refusal(field, why));
}

const refusal = (field: RegExp, why: RegExp) => (error: unknown) => {
	assert.ok(error instanceof FailureError && error.failure.kind === 'badRecipe');
	assert.match(error.failure.field, field);
	assert.match(error.failure.why, why);
	return true;
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a request is refused', () => {
	it('for no picture at all', () => {
		const params = { job: 1, recipe: aRecipe, count: 0, format: 'png', device: 'auto' };
		assert.throws(() => checked(GenerateParams, params), /"field":"count","why":"must be at least 1"/);
	});
});

describe('a wish', () => {
	const { prompt, seed, ...defaults } = aRecipe;
	it('is filled with what the model is best run with', () =>
		assert.deepEqual(fillRecipe({ prompt: 'a cat' }, defaults, 5), { ...defaults, prompt: 'a cat', seed: 5 }));
	it('keeps what was asked for', () =>
		assert.deepEqual(fillRecipe({ prompt, seed, steps: 3 }, defaults, 5), { ...aRecipe, steps: 3 }));
	it('weighs brackets in A1111’s way unless it says otherwise', () => {
		const { emphasis: _, ...silent } = defaults;
		assert.equal(fillRecipe({ prompt }, silent, 5).emphasis, 'a1111');
		assert.equal(fillRecipe({ prompt, emphasis: 'none' }, silent, 5).emphasis, 'none');
	});
	it('gets a seed that every tool accepts', () =>
		assert.deepEqual([freshSeed(() => 0), freshSeed(() => 1 - 2 ** -53)], [0, maxSeed]));
});

describe('picture i of a batch', () => {
	it('has the seed plus i', () => assert.equal(nthRecipe(aRecipe, 3).seed, aRecipe.seed + 3));
	it('counts up the other seed of a variation', () => {
		const { seed, variation } = nthRecipe({ ...aRecipe, variation: { seed: 5, strength: 0.1 } }, 3);
		assert.deepEqual([seed, variation], [aRecipe.seed, { seed: 8, strength: 0.1 }]);
	});
	it('wraps at the largest seed', () => assert.equal(nthRecipe({ ...aRecipe, seed: maxSeed }, 1).seed, 0));
});
