// The size that words ask for: `640x480`, `640`, `x480`, `150%`. Pure.
import { Fit } from '../../sidecar/protocol/recipe.ts';

/** In whole pixels; an open side keeps the shape. Undefined where the words name no size that a file may have. */
export function sizeIn(words: string, own: Fit): Fit | undefined {
	const [, wide, high] = /^\s*(\d{1,5})?\s*(?:[x×*]\s*(\d{1,5})?)?\s*$/i.exec(words) ?? [];
	const [, share] = /^\s*(\d{1,5}(?:\.\d{1,3})?)\s*%\s*$/.exec(words) ?? [];
	const width = share ? (own.width * Number(share)) / 100 : wide ? Number(wide) : undefined;
	const height = share ? (own.height * Number(share)) / 100 : high ? Number(high) : undefined;
	if (width === undefined && height === undefined) return undefined;
	const side = (pixels: number) => Math.max(1, Math.round(pixels));
	const { data } = Fit.safeParse({
		width: width === 0 ? 0 : side(width ?? (height! * own.width) / own.height),
		height: height === 0 ? 0 : side(height ?? (width! * own.height) / own.width),
	});
	return data;
}
