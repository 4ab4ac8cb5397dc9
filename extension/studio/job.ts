// The Studio's one running job: what the page is told of it, and the pictures it leaves in the gallery.
import type { ProgressParams } from '../../sidecar/protocol/methods.ts';
import type { FromStudio, Running, StartPicture, ToStudio } from '../../webview/protocol.ts';
import type { Engine } from '../engine.ts';
import type { Settings } from '../settings.ts';
import type { Gallery } from './gallery.ts';
import { hashOf } from './start.ts';
import { pictureFor } from './words.ts';

export type Order = Omit<Extract<FromStudio, { type: 'generate' }>, 'type'>;

export class StudioJob {
	readonly #engine: Engine;
	readonly #gallery: Gallery;
	readonly #send: (message: ToStudio) => void;
	#running: Running | undefined;
	#stop = new AbortController();

	constructor(engine: Engine, gallery: Gallery, send: (message: ToStudio) => void) {
		this.#engine = engine;
		this.#gallery = gallery;
		this.#send = send;
	}

	/** The running job as a page is to show it. */
	get running(): Running | undefined {
		return this.#running;
	}

	/** Makes the pictures; each goes to the gallery and the page as it is finished. */
	async run(order: Order, start: StartPicture | undefined, settings: Settings): Promise<void> {
		this.#stop = new AbortController();
		this.#progress(order, { picture: 0, stage: 'queue', step: 0, total: 1, seconds: 0 });
		try {
			await this.#generate(order, order.strength === undefined ? undefined : start, settings);
		} finally {
			this.#running = undefined;
		}
	}

	/** Stops the job; asked again while it still runs, it takes the process along. */
	async cancel(): Promise<void> {
		if (this.#stop.signal.aborted) await this.#engine.cancel();
		else this.#stop.abort();
	}

	async #generate(order: Order, start: StartPicture | undefined, { format, device }: Settings): Promise<void> {
		const { count, strength } = order;
		const begin = start && strength ? { start: { picture: hashOf(start.bytes), strength } } : {};
		await this.#engine.generate(
			{ recipe: { ...order.recipe, ...begin }, count, format, device, ...(start ? { start: start.bytes } : {}) },
			{
				onProgress: ({ job: _, ...progress }) => this.#progress(order, progress),
				onPicture: picture => {
					const added = this.#gallery.add(picture, start);
					this.#send({ type: 'picture', picture: pictureFor(added) });
				},
			},
			this.#stop.signal,
		);
	}

	#progress({ recipe: { width, height }, count }: Order, { preview, ...progress }: Omit<ProgressParams, 'job'>): void {
		const running = { ...progress, count, width, height };
		// Copied, because a webview can be sent plain arrays only.
		const fresh = preview && { ...preview, rgba: Uint8Array.from(preview.rgba) };
		const last = fresh ?? (this.#running?.picture === running.picture ? this.#running.preview : undefined);
		this.#running = last ? { ...running, preview: last } : running;
		this.#send({ type: 'progress', ...running, ...(fresh ? { preview: fresh } : {}) });
	}
}
