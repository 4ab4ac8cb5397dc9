// A stand-in for depth: what is bright is near. For renders lit from the front, fog, and depth maps themselves.
import { grey, luminance as luminanceOf, type Preprocessor } from './picture.ts';

export const luminance: Preprocessor = function* (picture) {
	return yield* grey(yield* luminanceOf(picture), 1);
};
