// Turns SVG into pixels, for programs that draw their own; the sidecar, which opens strangers' files, never reads SVG.
import sharp from 'sharp';

/**
 * `side` × `side` RGB bytes of a drawing on a 128 × 128 page, its edges smoothed at the final size. With a `grid`, the
 * drawing is made of that many cells across, each of one colour.
 */
export async function rasterise(svg: string, side: number, grid = side): Promise<Buffer> {
	// Callers rasterise many drawings side by side, so one thread each is enough.
	sharp.concurrency(1);
	sharp.cache(false);
	const drawn = await sharp(Buffer.from(svg), { density: (72 * grid) / 128 })
		.removeAlpha()
		.raw()
		.toBuffer();
	if (grid === side) return drawn;
	// The vector reader draws anew at the size it is resized to, so cells are enlarged from finished pixels.
	return sharp(drawn, { raw: { width: grid, height: grid, channels: 3 } })
		.resize(side, side, { kernel: 'nearest' })
		.raw()
		.toBuffer();
}

/** Lays RGB cells of `side` × `side` in lines, as a PNG. */
export async function contactSheet(lines: readonly (readonly Buffer[])[], side: number): Promise<Buffer> {
	const gap = 2;
	const columns = Math.max(...lines.map(line => line.length));
	const size = { width: columns * (side + gap) - gap, height: lines.length * (side + gap) - gap };
	const cells = lines.flatMap((line, row) =>
		line.map((input, column) => ({
			input,
			raw: { width: side, height: side, channels: 3 as const },
			left: column * (side + gap),
			top: row * (side + gap),
		})),
	);
	return sharp({ create: { ...size, channels: 3, background: '#808080' } })
		.composite(cells)
		.png()
		.toBuffer();
}
