// The Studio's pictures: newest first, each a file in storage, so that a reload brings them back.
import { deserialize, serialize } from 'node:v8';
import { Uri, workspace, type LogOutputChannel } from 'vscode';
import type { Picture } from '../../sidecar/protocol/picture.ts';
import { mostPictures, type Placed, type StartPicture } from '../../webview/protocol.ts';
import { exists, write } from '../files.ts';

export interface GalleryPicture {
	/** Names the picture and its file; never reused, and in the order of making. */
	readonly id: string;
	readonly picture: Picture;
	/** What it began from, if anything. */
	readonly start: StartPicture | undefined;
	readonly placed: readonly Placed[];
}

/** Changes when what is written changes: files of another version are left alone. */
const extension = '.picture1';

export class Gallery {
	readonly #folder: Uri;
	readonly #log: LogOutputChannel;
	#pictures: readonly GalleryPicture[] = [];
	#loaded: Promise<void> | undefined;
	/** Writes happen one after the other, in the order of their causes. */
	#written: Promise<void> = Promise.resolve();
	#count = 0;

	constructor(folder: Uri, log: LogOutputChannel) {
		this.#folder = folder;
		this.#log = log;
	}

	/** Newest first. */
	get pictures(): readonly GalleryPicture[] {
		return this.#pictures;
	}

	find(id: string): GalleryPicture | undefined {
		return this.#pictures.find(each => each.id === id);
	}

	/** Reads what an earlier session left; only the first call does. */
	load(): Promise<void> {
		return (this.#loaded ??= this.#read());
	}

	/** Takes a new picture in; the oldest beyond the limit goes. */
	add(picture: Picture, start: StartPicture | undefined): GalleryPicture {
		const id = `${Date.now()}-${this.#count++}`;
		// The bytes are copied out of the message that brought them, which may be larger.
		const added = { id, picture: { ...picture, bytes: Uint8Array.from(picture.bytes) }, start, placed: [] };
		this.#pictures = [added, ...this.#pictures];
		this.#save(added);
		for (const { id: old } of this.#pictures.slice(mostPictures)) this.remove(old);
		return added;
	}

	/** Remembers where a picture has been put. */
	addPlace(id: string, place: Placed): void {
		const old = this.find(id);
		if (!old) return;
		const changed = { ...old, placed: [...old.placed, place] };
		this.#pictures = this.#pictures.map(each => (each === old ? changed : each));
		this.#save(changed);
	}

	remove(id: string): void {
		this.#pictures = this.#pictures.filter(each => each.id !== id);
		this.#next(async () => workspace.fs.delete(this.#fileOf(id)));
	}

	async #read(): Promise<void> {
		if (!(await exists(this.#folder))) return;
		const names = (await workspace.fs.readDirectory(this.#folder)).map(([name]) => name);
		const mine = names.filter(name => name.endsWith(extension) && !this.find(name.slice(0, -extension.length)));
		const newestFirst = mine.sort((a, b) => b.localeCompare(a, 'en', { numeric: true })).slice(0, mostPictures);
		for (const name of newestFirst) {
			try {
				const bytes = await workspace.fs.readFile(Uri.joinPath(this.#folder, name));
				this.#pictures = [...this.#pictures, deserialize(bytes) as GalleryPicture];
			} catch (error) {
				this.#log.warn(`The Studio's picture ${name} cannot be read and is left out: ${String(error)}`);
			}
		}
	}

	#save(picture: GalleryPicture): void {
		this.#next(() => write(this.#fileOf(picture.id), serialize(picture)));
	}

	#fileOf(id: string): Uri {
		return Uri.joinPath(this.#folder, id + extension);
	}

	#next(work: () => Promise<void>): void {
		this.#written = this.#written.then(work).catch(error => {
			this.#log.warn(`The Studio's pictures may not outlive a reload: ${String(error)}`);
		});
	}
}
