// The work behind the page of missing pictures: what is asked, drawn, kept, written and taken back.
import { l10n, workspace, WorkspaceEdit, type Uri } from 'vscode';
import type { FillRow, FromFill, ToFill } from '../../webview/fillProtocol.ts';
import { orderFor, seedOf } from '../../sidecar/documents/order.ts';
import type { Missing } from '../../sidecar/documents/plan.ts';
import { fail, failureOf, type Failure } from '../../sidecar/protocol/failure.ts';
import type { Picture } from '../../sidecar/protocol/picture.ts';
import { freshSeed } from '../../sidecar/protocol/recipe.ts';
import { sentence } from '../../sidecar/protocol/wording.ts';
import { fileEdit } from '../destinations/linkedFile.ts';
import type { Engine } from '../engine.ts';
import { shown } from '../files.ts';
import { Disposable } from '../lifetime.ts';
import { formatFor } from '../missing/create.ts';
import { progressWords } from '../progress.ts';
import { settingsFor } from '../settings.ts';

interface Row extends FillRow {
	readonly missing: Missing<Uri>;
	/** Absent: it comes from the words, so that the same words give the same picture. */
	readonly seed: number | undefined;
	readonly picture: Picture | undefined;
}

interface Written {
	readonly file: Uri;
	readonly bytes: Uint8Array;
}

export class FillDesk extends Disposable {
	readonly #engine: Engine;
	readonly #send: (message: ToFill) => void;
	#rows: readonly Row[];
	#drawing: AbortController | undefined;
	#written: readonly Written[] = [];
	/** Seconds of the pictures that were drawn here. */
	#seconds: readonly number[] = [];

	constructor(engine: Engine, missing: readonly Missing<Uri>[], send: (message: ToFill) => void) {
		super();
		this.#engine = engine;
		this.#send = send;
		this.#rows = missing.map((each, id) => ({
			...{ id, missing: each, path: each.path, document: shown(each.document), words: each.words },
			...{ width: each.width ?? 0, height: each.height ?? 0 },
			...{ keep: true, state: 'waiting', note: '', seed: undefined, picture: undefined },
		}));
		this.own({ dispose: () => this.#drawing?.abort() });
	}

	/** Does what the page asks. Throws failures. */
	async answer(message: FromFill): Promise<void> {
		switch (message.type) {
			case 'ready':
				for (const row of this.#rows) this.#sendPicture(row);
				return this.#show();
			case 'edit': {
				const { id, words, width, height } = message;
				return this.#change(id, { words, width, height, state: 'waiting', note: '', picture: undefined });
			}
			case 'keep':
				return this.#change(message.id, { keep: message.keep });
			case 'redo':
				this.#change(message.id, { state: 'waiting', seed: freshSeed(Math.random), picture: undefined });
				await this.draw();
				return;
			case 'draw':
				await this.draw();
				return;
			case 'cancel':
				return this.#drawing?.abort();
			case 'write':
				await this.write();
				return;
			case 'undo':
				return this.undo();
		}
	}

	/** Draws what waits, one after the other; a picture that fails does not stop the others. Gives what went wrong. */
	async draw(): Promise<readonly Failure[]> {
		if (this.#drawing) return [];
		const failures: Failure[] = [];
		this.#drawing = new AbortController();
		const { signal } = this.#drawing;
		try {
			for (const { id } of this.#rows) {
				const row = this.#rows[id];
				if (row?.keep && row.state !== 'done' && !signal.aborted) {
					const failure = await this.#drawOne(row, signal);
					if (failure) failures.push(failure);
				}
			}
			return failures;
		} finally {
			this.#drawing = undefined;
			this.#show();
		}
	}

	/** Writes every kept picture in one edit, and gives how many. Throws `cannotWrite`, and then none is written. */
	async write(): Promise<number> {
		const files = this.#rows.flatMap(({ keep, picture, missing: { file } }) =>
			keep && picture ? [{ file, bytes: picture.bytes }] : [],
		);
		if (!(await workspace.applyEdit(await fileEdit(files)))) {
			throw fail({ kind: 'cannotWrite', path: files[0]?.file.path ?? '', why: 'other', detail: '' });
		}
		this.#written = files;
		this.#show();
		return files.length;
	}

	/** Takes back what was written, in one edit; a file that somebody changed since stays. */
	async undo(): Promise<void> {
		const edit = new WorkspaceEdit();
		for (const { file, bytes } of this.#written) {
			const now = await Promise.resolve(workspace.fs.readFile(file)).catch(() => undefined);
			if (now && Buffer.from(now).equals(bytes)) edit.deleteFile(file, { ignoreIfNotExists: true });
		}
		await workspace.applyEdit(edit);
		this.#written = [];
		this.#show();
	}

	async #drawOne({ id, missing, words, width, height, seed }: Row, signal: AbortSignal): Promise<Failure | undefined> {
		this.#change(id, { state: 'drawing', note: '' });
		const began = performance.now();
		try {
			const settings = settingsFor(missing.document);
			const card = await this.#engine.card(settings.model, signal);
			const order = orderFor({ words, ...(width && { width }), ...(height && { height }) }, card);
			const recipe = await this.#engine.recipe({ ...order, seed: seed ?? seedOf(words) }, settings, signal);
			const [picture] = await this.#engine.generate(
				{ recipe, count: 1, format: formatFor(missing.path), device: settings.device },
				{ onProgress: progress => this.#change(id, { note: progressWords(progress) }), onPicture: () => {} },
				signal,
			);
			this.#seconds = [...this.#seconds, (performance.now() - began) / 1000];
			this.#change(id, { state: 'done', note: '', picture });
			this.#sendPicture({ id, picture });
			return undefined;
		} catch (error) {
			const failure = failureOf(error);
			const cancelled = failure.kind === 'cancelled';
			this.#change(id, cancelled ? { state: 'waiting', note: '' } : { state: 'failed', note: sentence(failure) });
			// What cannot be done for one picture, for want of trust or of a device, cannot be for the next.
			if (!cancelled && ['restricted', 'noDevice', 'modelMissing', 'sidecarGivesUp'].includes(failure.kind))
				throw error;
			return failure;
		}
	}

	#change(id: number, change: Partial<Row>): void {
		this.#rows = this.#rows.map(row => (row.id === id ? { ...row, ...change } : row));
		this.#show();
	}

	#sendPicture({ id, picture }: Pick<Row, 'id' | 'picture'>): void {
		if (picture) this.#send({ type: 'picture', id, format: picture.format, bytes: picture.bytes });
	}

	#show(): void {
		if (this.ended) return;
		const rows = this.#rows.map(({ missing: _missing, picture: _picture, seed: _seed, ...row }) => row);
		const phase = this.#drawing ? 'drawing' : this.#written.length > 0 ? 'written' : 'plan';
		this.#send({ type: 'rows', rows, phase, estimate: this.#estimate() });
	}

	/** What is left, at the pace of this very list: before its first picture nobody knows. */
	#estimate(): string {
		const left = this.#rows.filter(({ keep, state }) => keep && state !== 'done').length;
		if (left === 0) return '';
		// The first picture loads the model, too.
		const paces = this.#seconds.length > 1 ? this.#seconds.slice(1) : this.#seconds;
		if (paces.length === 0) return l10n.t('How long it takes is known after the first picture.');
		const seconds = (left * paces.reduce((sum, pace) => sum + pace, 0)) / paces.length;
		return seconds < 90
			? l10n.t('about {0} s left', Math.ceil(seconds))
			: l10n.t('about {0} min left', Math.ceil(seconds / 60));
	}
}
