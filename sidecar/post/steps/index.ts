// The list of steps.
import type { Step } from '../step.ts';
import { cutOut } from './cut-out.ts';
import { nineSlice } from './nine-slice.ts';
import { normalMap } from './normal-map.ts';
import { outline } from './outline.ts';
import { pad } from './pad.ts';
import { palette } from './palette.ts';
import { pivot } from './pivot.ts';
import { pixelArt } from './pixel-art.ts';
import { seam } from './seam.ts';
import { seamless } from './seamless.ts';
import { shadow } from './shadow.ts';
import { size } from './size.ts';
import { tile } from './tile.ts';
import { trim } from './trim.ts';

export const steps: readonly Step[] = [
	cutOut,
	trim,
	pad,
	size,
	pixelArt,
	palette,
	outline,
	shadow,
	pivot,
	nineSlice,
	seamless,
	seam,
	tile,
	normalMap,
];
