// Windows' .ico: a directory of pictures, each a whole PNG.
import { concat, viewOf } from '../../pictures/bytes.ts';

/** An icon of these PNGs, at most 256 pixels a side each. */
export function writeIco(pngs: readonly Uint8Array[]): Uint8Array {
	const head = new Uint8Array(6 + 16 * pngs.length);
	const view = viewOf(head);
	view.setUint16(2, 1, true);
	view.setUint16(4, pngs.length, true);
	let offset = head.length;
	for (const [i, png] of pngs.entries()) {
		const at = 6 + 16 * i;
		const header = viewOf(png);
		// 256 is written as 0.
		view.setUint8(at, header.getUint32(16) % 256);
		view.setUint8(at + 1, header.getUint32(20) % 256);
		view.setUint16(at + 4, 1, true);
		view.setUint16(at + 6, 32, true);
		view.setUint32(at + 8, png.length, true);
		view.setUint32(at + 12, offset, true);
		offset += png.length;
	}
	return concat([head, ...pngs]);
}
