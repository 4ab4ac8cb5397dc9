// One picture of a job: drives the drawing, times each stage, shows the way, ends with the file's bytes.
import { setImmediate as turn } from 'node:timers/promises';
import { through } from '../models/additions/addition.ts';
import type { Conditioning, ImageModel, Model, Plan, Run, StartPixels } from '../models/family.ts';
import type { Gathered } from './additions.ts';
import type { Drawn } from './generate.ts';
import type { Opened } from './library/library.ts';
import { fitted } from './pictures/fit.ts';
import { rgbBytes } from './pictures/pixels.ts';
import { writePicture } from './pictures/write.ts';
import type { Previewing } from './previewing.ts';
import { notesOn } from './notes.ts';
import { fail } from './protocol/failure.ts';
import type { Preview, ProgressParams } from './protocol/methods.ts';
import type { Making, Picture, PictureFormat } from './protocol/picture.ts';
import type { Ready } from './ready.ts';
import type { Recent } from './recent.ts';
import type { Residency } from './residency.ts';
import type { Place } from './runtime.ts';
import { stampOf } from './stamping.ts';
import { Stopwatch } from './stopwatch.ts';
import { draw } from './ways.ts';

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
	/** How the way to the picture is shown. */
	readonly previewing: Previewing;
	readonly residency: Residency;
	/** Prompts that were encoded already. */
	readonly words: Recent<Conditioning>;
	readonly signal: AbortSignal;
}

/** Milliseconds between two previews, at least. */
const previewBeat = 150;
/** A preview that takes long is followed by so many times as long without one: all take a tenth of the time at most. */
const previewRest = 9;

/** Draws one picture of the job. */
export async function drawPicture(work: Work, ready: Ready, report: Report): Promise<Picture> {
	const { recipe, additions, notes } = ready;
	const model = remembering(work, additions);
	const watch = new Stopwatch('load');
	// Gigabytes take seconds to read: it happens beside the drawing, and a failure shows where the hash is needed.
	work.opened.hash().catch(() => {});
	let due = 0;
	const run = through(additions.parts, runner(work, additions, watch, report));
	// A decoder that is loaded for previews is no stage of the drawing.
	const quiet = runner(work, additions, watch, () => {});
	for await (const drawn of draw(recipe, work.start, model, run)) {
		if (drawn.stage === 'done') {
			const told = { ...drawn, notes: [...notes, ...drawn.notes, ...tileNotes(work, model), ...work.previewing.notes] };
			return await finish(told, ready, work, watch, report);
		}
		if (drawn.stage === 'step') additions.at({ step: drawn.step, steps: drawn.total });
		watch.enter(drawn.stage);
		if (drawn.stage !== 'step') report(drawn.stage, 0, 1);
		else if (drawn.seen && watch.total >= due) {
			const begun = watch.total;
			const preview = await work.previewing.of(drawn.seen, quiet);
			due = watch.total + Math.max(previewBeat, previewRest * (watch.total - begun));
			report('step', drawn.step, drawn.total, preview);
		} else report('step', drawn.step, drawn.total);
		// A turn lets a cancel that arrived during the step be read before the next one starts.
		await turn();
		work.signal.throwIfAborted();
	}
	throw fail({ kind: 'internal', detail: 'a drawing ended without its picture' });
}

function tileNotes({ plan: { tile } }: Work, model: Model): readonly string[] {
	if (tile === 'whole' || model.way !== 'diffusion') return [];
	return [`The picture is decoded in tiles of ${tile * model.latent.downscale} pixels, to fit into memory`];
}

/** Runs the model's networks. The time that loading one takes is the load's, not the stage's. */
function runner(work: Work, additions: Gathered, watch: Stopwatch, report: Report): Run {
	const { opened, device, dialect, threads, residency, signal } = work;
	const { id, name } = opened.card;
	const bytes = opened.card.bytes + additions.bytes;
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

/** The job's model; one that reads words encodes the same words on the same device only once, and takes large pictures in tiles. */
function remembering({ opened: { card }, plan: { tile }, device, words }: Work, additions: Gathered): Model {
	const { model } = additions;
	if (model.way !== 'diffusion') return model;
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
		encode: (asked, run) =>
			words.get(JSON.stringify([device, card.id, additions.words, asked]), () => model.encode(asked, run)),
	};
}

async function finish(
	{ pixels, notes }: Extract<Drawn, { stage: 'done' }>,
	{ recipe: asked, additions }: Ready,
	{ opened, device, format }: Work,
	watch: Stopwatch,
	report: Report,
): Promise<Picture> {
	watch.enter('write');
	report('write', 0, 1);
	const rgb = await rgbBytes(pixels);
	if (!rgb) throw fail({ kind: 'brokenNumbers', stage: 'decode', step: 0, of: 1 });
	const drawn = { rgb, width: pixels.width, height: pixels.height };
	const image = asked.fit ? await fitted(drawn, asked.fit) : drawn;
	const modelHash = await opened.hash();
	const recipe = await additions.named(asked, file => file.hash());
	const bytes = await writePicture(image, format, stampOf(recipe, opened, modelHash, device));
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
	const told = [...notesOn(recipe, opened.card), ...additions.notes, ...notes];
	const { width, height } = image;
	return { bytes, format, width, height, recipe, making, notes: told };
}
