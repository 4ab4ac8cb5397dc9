/** Every style Sketch can draw in, the usual one first. */
import { flat } from './flat.ts';
import { glossy } from './glossy.ts';
import { outline } from './outline.ts';
import { paperCut } from './paper-cut.ts';
import { pixelArt } from './pixel-art.ts';
import { sketch } from './sketch.ts';
import type { Style } from './style.ts';

export type { Style } from './style.ts';

export const styles: readonly Style[] = [flat, outline, pixelArt, paperCut, sketch, glossy];

/** The style of a picture whose caption names none. */
export const usualStyle: Style = flat;
