// One picture of a job: drives generate(), times each stage, shows the way, ends with the file's bytes.
import { setImmediate as turn } from 'node:timers/promises';
import type { Conditioning, ImageModel, Pixels, Run } from '../models/family.ts';
import { generate, type Drawn } from './generate.ts';
import type { Opened } from './library/library.ts';
import { fitted } from './pictures/fit.ts';
import { rgbBytes } from './pictures/pixels.ts';
import { writePicture } from './pictures/write.ts';
import { previewOf } from './preview.ts';
import { fail } from './protocol/failure.ts';
import type { Preview, ProgressParams } from './protocol/methods.ts';
import type { Making, Picture, PictureFormat } from './protocol/picture.ts';
import { nthRecipe, type Recipe } from './protocol/recipe.ts';
import type { Recent } from './recent.ts';
import type { Residency } from './residency.ts';
import type { Place } from './runtime.ts';
import { stampOf } from './stamping.ts';
import { Stopwatch } from './stopwatch.ts';

/** Tells how far a picture is: `step` of `total` within `stage`. */
export type Report = (stage: ProgressParams['stage'], step: number, total: number, preview?: Preview) => void;

/** What every picture of a job is made with. */
export interface Work extends Place {
	readonly recipe: Recipe;
	readonly format: PictureFormat;
	readonly opened: Opened;
	readonly threads: number;
	/** The start picture at the recipe's size, if the recipe has one. */
	readonly start: Pixels | undefined;
	readonly residency: Residency;
	/** Prompts that were encoded already. */
	readonly words: Recent<Conditioning>;
	readonly signal: AbortSignal;
}

/** Milliseconds between two previews. */
const previewBeat = 150;

/** Draws picture `index` of the job. */
export async function drawPicture(work: Work, index: number, report: Report): Promise<Picture> {
	const recipe = nthRecipe(work.recipe, index);
	const model = remembering(work);
	const watch = new Stopwatch('load');
	// Gigabytes take seconds to read: it happens beside the drawing, and a failure shows where the hash is needed.
	work.opened.hash().catch(() => {});
	let shown = -previewBeat;
	for await (const drawn of generate(recipe, work.start, model, runner(work, watch, report))) {
		if (drawn.stage === 'done') return await finish(drawn, recipe, work, watch, report);
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

/** The job's model, which encodes the same words on the same device only once. */
function remembering({ opened, device, words }: Work): ImageModel {
	const { model, card } = opened;
	return {
		...model,
		encode: (prompt, emphasis, run) =>
			words.get(`${device}\n${card.id}\n${emphasis}\n${prompt}`, () => model.encode(prompt, emphasis, run)),
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
	const drawn = { rgb, width: pixels.width, height: pixels.height };
	const image = recipe.fit ? await fitted(drawn, recipe.fit) : drawn;
	const modelHash = await opened.hash();
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
	const { width, height } = image;
	return { bytes, format, width, height, recipe, making, notes };
}
