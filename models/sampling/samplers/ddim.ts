// DDIM without added noise.
import { euler } from './euler.ts';

/**
 * Equation 12 with eta = 0, Song et al. 2021. On the variance-preserving scale it is Euler's step, term for term; the two
 * differ in their levels (`conventions`).
 */
export const ddim = euler;
