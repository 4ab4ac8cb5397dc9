// Draws a missing picture at the size and in the format that its reference asks for, and puts it where that points.
import { orderFor } from '../../sidecar/documents/order.ts';
import { fail } from '../../sidecar/protocol/failure.ts';
import { formatOf, type PictureFormat } from '../../sidecar/protocol/picture.ts';
import { linkedFile } from '../destinations/index.ts';
import { draw } from '../draw.ts';
import type { Limn } from '../limn.ts';
import { place, tellMade, type Outcome } from '../place.ts';
import { settingsFor } from '../settings.ts';
import type { Order } from './order.ts';

export async function create(limn: Limn, { missing }: Pick<Order, 'missing'>, words: string): Promise<Outcome> {
	const settings = settingsFor(missing.document);
	const card = await limn.engine.card(settings.model, new AbortController().signal);
	const wish = orderFor({ ...missing, words }, card);
	const picture = await draw(limn, wish, formatFor(missing.path), missing.document);
	const outcome = await place(linkedFile(missing.file), picture, limn.storage);
	if (outcome.outcome === 'placed') tellMade(picture, outcome.where);
	return outcome;
}

/** The format of a path that was found for having one. */
export function formatFor(path: string): PictureFormat {
	const format = formatOf(path);
	if (!format) throw fail({ kind: 'internal', detail: `no format for ${path}` });
	return format;
}
