// A placeholder: a flat picture with a colour that comes from its path, its file's name and its size.
import { seedOf } from '../documents/order.ts';
import type { PlaceholderParams } from '../protocol/methods.ts';
import { sharp } from './sharp.ts';
import { plainPicture } from './write.ts';

/** The bytes of the file, in its format and exactly of its size. */
export async function placeholder({ path, width, height, format }: PlaceholderParams): Promise<Uint8Array> {
	const { red, green, blue } = colourOf(path);
	const background = { r: red, g: green, b: blue };
	const flat = (await sharp())({ create: { width, height, channels: 3, background } });
	const label = await labelOf(`${path.slice(path.lastIndexOf('/') + 1)}\n${width} × ${height}`, width, height);
	const rgb = await flat
		.composite(label ? [{ input: label.data, raw: label.info, gravity: 'centre' }] : [])
		.removeAlpha()
		.raw()
		.toBuffer();
	return await plainPicture({ rgb: Uint8Array.from(rgb), width, height }, format);
}

/** The label needs this many pixels on either side to be read. */
const smallestLabel = 24;

/** White letters with transparency round them, no larger than four fifths of the picture; none where there is no room. */
async function labelOf(words: string, width: number, height: number) {
	const [wide, high] = [Math.floor(width * 0.8), Math.floor(height * 0.5)];
	if (Math.min(wide, high) < smallestLabel) return undefined;
	// The words are marked up; what means something there is a stranger's, and escaped.
	const text = `<span foreground="white">${words.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`)}</span>`;
	const label = (await sharp())({
		text: { text, font: 'sans', width: wide, height: high, align: 'centre', rgba: true },
	});
	return await label
		.resize(wide, high, { fit: 'inside', withoutEnlargement: true })
		.raw()
		.toBuffer({ resolveWithObject: true });
}

/** A colour of middling lightness, so that white letters stand out: its hue is the path's. */
function colourOf(path: string): { readonly red: number; readonly green: number; readonly blue: number } {
	const hue = seedOf(path) % 360;
	// https://www.w3.org/TR/css-color-4/#hsl-to-rgb, with a saturation of 0.35 and a lightness of 0.42.
	const channel = (n: number) => {
		const k = (n + hue / 30) % 12;
		return Math.round(255 * (0.42 - 0.147 * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
	};
	return { red: channel(0), green: channel(8), blue: channel(4) };
}
