// Seeded noise: known values, one stream over several draws, and the shape of the distribution.
import assert from 'node:assert/strict';
import { mersenne } from '../../models/noise/mersenne.ts';
import { philoxNoise } from '../../models/noise/philox.ts';
import { torchNoise } from '../../models/noise/torch.ts';

function near(values: Float32Array, expected: readonly number[], within: number): void {
	assert.equal(values.length, expected.length);
	for (const [i, value] of values.entries()) assert.ok(Math.abs(value - expected[i]) <= within, `${value} at ${i}`);
}

describe('mersenne', () => {
	it('gives the published first and ten-thousandth word of seed 5489', () => {
		const word = mersenne(5489);
		const words = Array.from({ length: 10_000 }, word);
		assert.equal(words[0], 3499211612);
		assert.equal(words[9999], 4123659995);
	});
});

describe('torchNoise', () => {
	it('gives what torch.manual_seed(0); torch.randn(3) gives', () => {
		near(torchNoise(0)(3), [1.5409960746765137, -0.293428897857666, -2.1787893772125244], 0);
	});

	it('gives what torch.manual_seed(0); torch.randn(16) begins with', () => {
		near(torchNoise(0)(16).slice(0, 4), [-1.1258398, -1.1523602, -0.25057858, -0.4338788], 1e-6);
	});

	it('redraws the last sixteen values where the count is no multiple of sixteen', () => {
		const [whole, more] = [torchNoise(3)(32), torchNoise(3)(33)];
		assert.deepEqual(more.slice(0, 16), whole.slice(0, 16));
		assert.notDeepEqual(more.slice(17, 32), whole.slice(17, 32));
	});

	it('keeps the second value of a pair for the next small draw, over a large one in between', () => {
		const pair = torchNoise(4)(2);
		const draw = torchNoise(4);
		assert.equal(draw(1)[0], pair[0]);
		draw(16);
		assert.equal(draw(1)[0], pair[1]);
	});
});

describe('philoxNoise', () => {
	it('gives what torch.randn(3, 4) gives on CUDA with seed 0', () => {
		near(
			philoxNoise(0)(12),
			[
				-0.92466259, -0.42534415, -2.6438457, 0.14518388, -0.12086647, -0.57972564, -0.62285122, -0.32838709,
				-1.07454231, -0.36314407, -1.67105067, 2.26550497,
			],
			1e-6,
		);
	});
});

for (const [name, noise] of Object.entries({ torchNoise, philoxNoise })) {
	describe(name, () => {
		it('is standard normal, the same for the same seed, new for another and in every draw', () => {
			const draw = noise(11);
			const [first, second] = [draw(40_000), draw(40_000)];
			assert.deepEqual(noise(11)(40_000), first);
			const other = noise(12)(40_000);
			const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
			for (const values of [first, second]) {
				assert.ok(Math.abs(mean(values)) < 0.02);
				assert.ok(Math.abs(mean(values.map(value => value * value)) - 1) < 0.03);
			}
			for (const values of [second, other])
				assert.ok(Math.abs(mean(first.map((value, i) => value * values[i]))) < 0.02);
		});
	});
}
