// The list of measurements; each gives figures with the method by which they were taken.
import { builtIn } from './built-in.ts';
import { fullSize } from './full-size.ts';
import { process as sidecarProcess } from './process.ts';
import { onePass } from './one-pass.ts';
import { unet } from './unet.ts';

export interface Figure {
	readonly what: string;
	readonly value: number;
	readonly unit: 's' | 'CPU s' | 'ms' | 'MB' | 'GB';
	/** The most it may be; absent where there is no goal. */
	readonly goal?: number;
	readonly method: string;
}

export interface Measurement {
	readonly name: string;
	measure(): Promise<readonly Figure[]>;
}

export const measurements: readonly Measurement[] = [sidecarProcess, builtIn, onePass, unet, fullSize];
