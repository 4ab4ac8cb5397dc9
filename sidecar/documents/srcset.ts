// The pictures of a srcset: each is a file of its own, so many times as large or so many pixels wide.
import type { Asked, Reference } from './reference.ts';
import { decodedPath } from './paths.ts';

/** `a.png 1x, b.png 2x` or `a.png 400w, b.png 800w`; `size` is that of the picture as it is shown. */
export function srcset(
	text: string,
	{ width, height }: Asked,
): readonly Pick<Reference, 'path' | 'width' | 'height'>[] {
	return [...text.matchAll(/(?:^|[,\s])\s*([^\s,]\S*?)(?:\s+(\d{1,5}(?:\.\d+)?)([xw]))?\s*(?:,|$)/g)].map(
		([, path = '', number, unit]) => {
			const wide = unit === 'w' ? Number(number) : width && Math.round(width * Number(number ?? 1));
			const high =
				height &&
				(width && wide ? Math.round((height * wide) / width) : unit === 'x' && Math.round(height * Number(number)));
			return { path: decodedPath(path), ...(wide && { width: wide }), ...(high && { height: high }) };
		},
	);
}
