// DPM-Solver++(2M): second order from two successive clean predictions, one network call a step.
import type { Sampler } from '../levels.ts';
import { combined, legs, logSnr } from './steps.ts';

/** Algorithm 2, Lu et al. 2022b, midpoint form. The first and the last step are of first order. */
export const dpmpp2m: Sampler = async function* (denoise, x, levels) {
	const walk = legs(levels);
	let before: { readonly x0: Float32Array; readonly h: number } | undefined;
	for (const [index, { from, to }] of walk.entries()) {
		const x0 = await denoise(x, from);
		const h = logSnr(to) - logSnr(from);
		const slope = before && index < walk.length - 1 ? h / before.h / 2 : 0;
		const seen =
			before && slope > 0
				? combined([
						[1 + slope, x0],
						[-slope, before.x0],
					])
				: x0;
		x = combined([
			[to.sigma / from.sigma, x],
			[-to.alpha * Math.expm1(-h), seen],
		]);
		before = { x0, h };
		yield { step: index + 1, x, x0 };
	}
};
