// The preprocessors of pictures that guide, by the name that a recipe gives them.
import type { PreprocessorName } from '../../sidecar/protocol/recipe.ts';
import { canny } from './canny.ts';
import { luminance } from './luminance.ts';
import type { Preprocessor } from './picture.ts';
import { scribble } from './scribble.ts';
import { softEdge } from './soft-edge.ts';
import { tile } from './tile.ts';

/** The picture is what the ControlNet wants already. */
const none: Preprocessor = function* (picture) {
	yield;
	return picture;
};

export const preprocessors: Readonly<Record<PreprocessorName, Preprocessor>> = {
	none,
	canny,
	scribble,
	'soft-edge': softEdge,
	luminance,
	tile,
};
