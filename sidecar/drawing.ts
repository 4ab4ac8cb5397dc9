// One picture of a job: drives generate(), times each stage, shows the way, ends with the file's bytes.
import { setImmediate as turn } from 'node:timers/promises';
import type { Conditioning, ImageModel, Plan, Run, StartPixels } from '../models/family.ts';
import type { Ready } from './choosing.ts';
import { generate, type Drawn } from './generate.ts';
import type { Opened } from './library/library.ts';
import { rgbBytes } from './pictures/pixels.ts';
import { writePicture } from './pictures/write.ts';
import { previewOf } from './preview.ts';
import { fail } from './protocol/failure.ts';
import type { Preview, ProgressParams } from './protocol/methods.ts';
import type { Making, Picture, PictureFormat } from './protocol/picture.ts';
import type { Recipe } from './protocol/recipe.ts';
import type { Recent } from './recent.ts';
import type { Residency } from './residency.ts';
import type { Place } from './runtime.ts';
import { stampOf } from './stamping.ts';
import { Stopwatch } from './stopwatch.ts';

/** Tells how far a picture is: `step` of `total` within `stage`. */
export type Report = (stage: ProgressParams['stage'], step: number, total: number, preview?: Preview) => void;

/** What every picture of a job is made with. */
export interface Work extends Place {
	readonly format: PictureFormat;
	readonly opened: Opened;
	/** How the picture goes through the autoencoder. */
	readonly plan: Plan;
	readonly threads: number;
	/** The start picture at the recipe's size, if the recipe has one. */
	readonly start: StartPixels | undefined;
	readonly residency: Residency;
	/** Prompts that were encoded already. */
	readonly words: Recent<Conditioning>;
	readonly signal: AbortSignal;
}

/** Milliseconds between two previews. */
const previewBeat = 150;

/** Draws one picture of the job. */
export async function drawPicture(work: Work, { recipe, notes }: Ready, report: Report): Promise<Picture> {
	const model = remembering(work);
	const watch = new Stopwatch('load');
	// Gigabytes take seconds to read: it happens beside the drawing, and a failure shows where the hash is needed.
	work.opened.hash().catch(() => {});
	let shown = -previewBeat;
	for await (const drawn of generate(recipe, work.start, model, runner(work, watch, report))) {
		if (drawn.stage === 'done') {
			const told = { ...drawn, notes: [...notes, ...drawn.notes, ...tileNotes(work)] };
			return await finish(told, recipe, work, watch, report);
		}
		watch.enter(drawn.stage);
		if (drawn.stage !== 'step') report(drawn.stage, 0, 1);
		else if (drawn.seen && watch.total - shown >= previewBeat) {
			shown = watch.total;
			report('step', drawn.step, drawn.total, previewOf(drawn.seen, model.previewColours));
		} else report('step', drawn.step, drawn.total);
		// A turn lets a cancel that arrived during the step be read before the next one starts.
		await turn();
		work.signal.throwIfAborted();
	}
	throw fail({ kind: 'internal', detail: 'a drawing ended without its picture' });
}

const tileNotes = ({ plan: { tile }, opened }: Work): readonly string[] =>
	tile === 'whole'
		? []
		: [`The picture is decoded in tiles of ${tile * opened.model.latent.downscale} pixels, to fit into memory`];

/** Runs the model's networks. The time that loading one takes is the load's, not the stage's. */
function runner({ opened, device, dialect, threads, residency, signal }: Work, watch: Stopwatch, report: Report): Run {
	const { id, name, bytes } = opened.card;
	return async (part, feeds) => {
		const { stage } = watch;
		const session = await residency.session(part, { id, name, bytes, device, dialect, threads }, signal, () => {
			watch.enter('load');
			report('load', 0, 1);
		});
		watch.enter(stage);
		return await session.run(feeds, signal);
	};
}

/** The job's model, which encodes the same words on the same device only once, and takes large pictures in tiles. */
function remembering({ opened, plan: { tile }, device, words }: Work): ImageModel {
	const { model, card } = opened;
	const tiled: Partial<ImageModel> =
		tile === 'whole'
			? {}
			: {
					decode: (latents, run) => model.decodeInTiles(latents, tile, run),
					encodePixels: (pixels, run) => model.encodeInTiles(pixels, tile, run),
				};
	return {
		...model,
		...tiled,
		encode(prompt, reading, run) {
			const { emphasis, clipSkip = 1 } = reading;
			const name = `${device}\n${card.id}\n${emphasis}\n${clipSkip}\n${prompt}`;
			return words.get(name, () => model.encode(prompt, reading, run));
		},
	};
}

async function finish(
	{ pixels, notes }: Extract<Drawn, { stage: 'done' }>,
	recipe: Recipe,
	{ opened, device, format }: Work,
	watch: Stopwatch,
	report: Report,
): Promise<Picture> {
	watch.enter('write');
	report('write', 0, 1);
	const rgb = await rgbBytes(pixels);
	if (!rgb) throw fail({ kind: 'brokenNumbers', stage: 'decode', step: 0, of: 1 });
	const { width, height } = pixels;
	const modelHash = await opened.hash();
	const bytes = await writePicture({ rgb, width, height }, format, stampOf(recipe, opened, modelHash, device));
	watch.enter('write');
	const making: Making = {
		...{ device, modelName: opened.card.name, modelHash },
		seconds: {
			load: watch.in('load'),
			encode: watch.in('encode'),
			steps: watch.in('step'),
			decode: watch.in('decode'),
			write: watch.in('write'),
		},
	};
	return { bytes, format, width, height, recipe, making, notes };
}
