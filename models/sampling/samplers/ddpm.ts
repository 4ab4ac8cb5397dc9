// DDPM: the ancestral sampler that diffusion models were first drawn with.
import { eulerAncestral } from './euler-ancestral.ts';

/**
 * Equation 7 with the smaller of the two variances, Ho et al. 2020. On the variance-preserving scale its mean and variance are
 * those of Euler ancestral; the two differ in the levels that they visit (`conventions`).
 */
export const ddpm = eulerAncestral;
