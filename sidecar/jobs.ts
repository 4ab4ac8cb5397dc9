// The queue: one job at a time, each with its own signal; says what is going on to whoever listens.
import type { Conditioning, Plan } from '../models/family.ts';
import { drawPicture, type Report } from './drawing.ts';
import { Gaps } from './gaps.ts';
import type { Opened } from './library/library.ts';
import { Line } from './line.ts';
import { previewingFor } from './previewing.ts';
import { readBeginning } from './pictures/read.ts';
import { refuseUncarriable } from './pictures/write.ts';
import type { GenerateParams, GenerateResult, ProgressParams, StatusParams } from './protocol/methods.ts';
import type { Device, DeviceWish, Picture } from './protocol/picture.ts';
import { nthRecipe } from './protocol/recipe.ts';
import { readying, type Finding, type Ready } from './ready.ts';
import { Recent } from './recent.ts';
import { planned, refuseUnfitting, refuseWrongControls, refuseWrongStart, withSize } from './refusals.ts';
import type { Residency } from './residency.ts';
import type { Place } from './runtime.ts';
import { stampOf } from './stamping.ts';

/** What jobs need of the world, and whom they tell. */
export interface World extends Finding {
	open(model: string): Promise<Opened>;
	/** Where a job with this wish runs; throws `noDevice`. */
	place(wish: DeviceWish): Promise<Place>;
	/** Bytes that one network may take beside its weights. */
	readonly room: { readonly cpu: number; readonly other: number };
	readonly residency: Residency;
	/** Processor threads inside one operator; 0 lets the runtime choose. */
	readonly threads: number;
	readonly onProgress: (progress: ProgressParams) => void;
	readonly onPicture: (job: number, index: number, picture: Picture) => void;
	readonly onStatus: (status: StatusParams) => void;
	/** Milliseconds of the event loop's longest absence during a job. */
	readonly onGap: (milliseconds: number) => void;
}

/** As long as every hash: how much a file must carry is known before gigabytes have been read. */
const someHash = '0'.repeat(10);

export class Jobs {
	readonly #world: World;
	readonly #line = new Line();
	readonly #words = new Recent<Conditioning>(64);
	#device: Device | undefined;
	#said = '';

	constructor(world: World) {
		this.#world = world;
	}

	/** Whether a job runs. */
	get busy(): boolean {
		return this.#line.busy;
	}

	/** Makes the pictures when the job's turn comes. Throws a Failure; `cancelled` once the signal is aborted. */
	async generate(params: GenerateParams, signal: AbortSignal): Promise<GenerateResult> {
		refuseWrongStart(params);
		refuseWrongControls(params);
		if (this.#line.busy) {
			this.#world.onProgress({ job: params.job, picture: 0, stage: 'queue', step: 0, total: 1, seconds: 0 });
		}
		const turn = this.#line.enter(signal, () => this.#run(params, signal));
		this.tell();
		try {
			return await turn;
		} finally {
			this.tell();
		}
	}

	/** Lets go of everything that is kept for speed. */
	async rest(): Promise<void> {
		this.#words.clear();
		await this.#world.residency.drop();
		this.tell();
	}

	/** Says how things stand, where that changed. */
	tell(): void {
		const { loaded, loading } = this.#world.residency;
		const status: StatusParams = {
			state: loading ? 'loading' : this.#line.busy ? 'busy' : 'idle',
			...(this.#device ? { device: this.#device } : {}),
			waiting: this.#line.waiting,
			loaded,
		};
		const said = JSON.stringify(status);
		if (said !== this.#said) this.#world.onStatus(status);
		this.#said = said;
	}

	async #run(params: GenerateParams, signal: AbortSignal): Promise<GenerateResult> {
		const gaps = new Gaps();
		try {
			return await this.#draw(params, signal);
		} catch (error) {
			throw withSize(error, params.recipe);
		} finally {
			this.#world.onGap(gaps.stop());
		}
	}

	async #draw(params: GenerateParams, signal: AbortSignal): Promise<GenerateResult> {
		const { recipe, format, start, mask } = params;
		const began = performance.now();
		const reporting =
			(picture: number): Report =>
			(stage, step, total, preview) => {
				const seconds = Math.round(performance.now() - began) / 1000;
				const progress = { job: params.job, picture, stage, step, total, seconds };
				this.#world.onProgress(preview ? { ...progress, preview } : progress);
				if (stage === 'load' || step === 0) this.tell();
			};
		reporting(0)('load', 0, 1);
		const opened = await this.#world.open(recipe.model);
		if (opened.model.way === 'diffusion') refuseUnfitting(recipe, opened.model);
		const readied = readying(opened, params.controls ?? [], this.#world);
		const ready: Ready[] = [];
		for (let i = 0; i < params.count; i++) ready.push(await readied(nthRecipe(recipe, i)));
		const place = await this.#world.place(params.device);
		this.#device = place.device;
		const room = this.#world.room[place.device === 'cpu' ? 'cpu' : 'other'];
		const plan: Plan = opened.model.way === 'diffusion' ? planned(recipe, opened.model, room) : { tile: 'whole' };
		const previewing = await previewingFor(opened.model, plan, this.#world.shelves.previewDecoder);
		for (const one of ready) {
			const longest = await one.additions.named(one.recipe, async () => '0'.repeat(64));
			refuseUncarriable(format, stampOf(longest, opened, someHash, place.device));
		}
		signal.throwIfAborted();
		const { residency, threads } = this.#world;
		const work = {
			...{ format, opened, plan, previewing, signal, residency },
			...{ ...place, threads },
			words: this.#words,
			start: start && (await readBeginning(start, mask, recipe)),
		};
		const pictures: Picture[] = [];
		for (const [index, one] of ready.entries()) {
			await residency.retain(opened.card.id, [...one.additions.running, ...previewing.parts]);
			const picture = await drawPicture(work, one, reporting(index));
			pictures.push(picture);
			this.#world.onPicture(params.job, index, picture);
		}
		return { pictures };
	}
}
