// Turns SVG into pixels, for programs that draw their own; the sidecar, which opens strangers' files, never reads SVG.
import sharp from 'sharp';

/** `side` × `side` RGB bytes of a drawing on a 128 × 128 page, its edges smoothed at the final size. */
export async function rasterise(svg: string, side: number): Promise<Buffer> {
	// Callers rasterise many drawings side by side, so one thread each is enough.
	sharp.concurrency(1);
	sharp.cache(false);
	return sharp(Buffer.from(svg), { density: (72 * side) / 128 })
		.removeAlpha()
		.raw()
		.toBuffer();
}
