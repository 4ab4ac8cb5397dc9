// UniPC of order 2: a multistep predictor whose next network call also corrects the step before.
import type { NoiseLevel, Sampler } from '../levels.ts';
import { combined, legs, logSnr } from './steps.ts';

/** A level with the clean latents seen there. */
interface Sight {
	readonly level: NoiseLevel;
	readonly x0: Float32Array;
}

/** Zhao et al. 2023 with B₂(h) and data prediction, as diffusers' default; the last step is of first order. */
export const unipc: Sampler = async function* (denoise, x, levels) {
	const walk = legs(levels);
	let before: Sight | undefined;
	let correct = (_x0: Float32Array): Float32Array => x;
	for (const [index, { from, to }] of walk.entries()) {
		const x0 = await denoise(x, from);
		const start = correct(x0);
		const now: Sight = { level: from, x0 };
		const older = index < walk.length - 1 ? before : undefined;
		x = predicted(start, now, older, to);
		correct = ahead => corrected(start, now, older, { level: to, x0: ahead });
		before = now;
		yield { step: index + 1, x, x0 };
	}
};

/** UniP: Adams–Bashforth in half log-SNR; of order 1 without an older sight. */
function predicted(x: Float32Array, now: Sight, older: Sight | undefined, to: NoiseLevel): Float32Array {
	const { still, gain, ratio } = gap(now, older, to);
	const slope = older && ratio !== 0 ? 0.5 / ratio : 0;
	return combined([
		[still, x],
		[gain * (1 - slope), now.x0],
		[gain * slope, older?.x0 ?? now.x0],
	]);
}

/** UniC: the same step again with the network's sight of where it led. */
function corrected(x: Float32Array, now: Sight, older: Sight | undefined, next: Sight): Float32Array {
	const { still, gain, ratio, h } = gap(now, older, next.level);
	const first = (Math.expm1(-h) / -h - 1) / Math.expm1(-h);
	const second = (2 * ((Math.expm1(-h) / -h - 1) / -h - 0.5)) / Math.expm1(-h);
	// Solves rho_old + rho_next = first, ratio · rho_old + rho_next = second; diffusers takes 1/2 where there is no older sight.
	const rhoOld = older ? (first - second) / (1 - ratio) : 0;
	const rhoNext = older ? first - rhoOld : 0.5;
	const slope = older ? rhoOld / ratio : 0;
	return combined([
		[still, x],
		[gain * (1 - slope - rhoNext), now.x0],
		[gain * slope, older?.x0 ?? now.x0],
		[gain * rhoNext, next.x0],
	]);
}

/** The step's length h in half log-SNR, what it keeps of x, what it takes of x0, and where the older sight lies: r = h_old / h. */
function gap(now: Sight, older: Sight | undefined, to: NoiseLevel) {
	const h = logSnr(to) - logSnr(now.level);
	return {
		h,
		still: to.sigma / now.level.sigma,
		gain: -to.alpha * Math.expm1(-h),
		ratio: older ? (logSnr(older.level) - logSnr(now.level)) / h : 0,
	};
}
