// PNDM without its Runge-Kutta start (PLMS): a linear multistep rule over the network's last four answers.
import type { NoiseLevel, Sampler } from '../levels.ts';
import { cleanOf, outputOf } from '../prediction.ts';
import { combined, legs, noiseIn, together } from './steps.ts';

/** Adams–Bashforth weights for one to four answers, the newest first. */
const weights = [[1], [3 / 2, -1 / 2], [23 / 12, -16 / 12, 5 / 12], [55 / 24, -59 / 24, 37 / 24, -9 / 24]] as const;

/**
 * Liu et al. 2022 as Stable Diffusion runs it (`skip_prk_steps`). The first step is Heun's: a second look, where a first guess
 * led, and the step again along the mean of both. The paper averages noises, diffusers whatever the network predicts.
 */
export const pndm: Sampler = async function* (denoise, x, levels) {
	const { averaged, leave } = levels;
	const move = (now: Float32Array, answer: Float32Array, from: NoiseLevel, to: NoiseLevel): Float32Array => {
		const x0 = cleanOf(averaged, answer, now, from);
		return together(x0, noiseIn(now, x0, from), to);
	};
	const start = x;
	const history: Float32Array[] = [];
	for (const [look, { from, to }] of legs(levels).entries()) {
		const x0 = await denoise(x, from);
		const answer = outputOf(averaged, x0, x, from);
		if (look === 1) {
			const mean = combined([
				[0.5, history[0]],
				[0.5, answer],
			]);
			x = move(start, mean, leave[look], from);
		} else {
			history.unshift(answer);
			history.splice(4);
			const mean = combined(history.map((past, i) => [weights[history.length - 1][i], past]));
			x = move(x, mean, from, to);
		}
		if (look > 0 || levels.visit.length === 1) yield { step: Math.max(look, 1), x, x0 };
	}
};
