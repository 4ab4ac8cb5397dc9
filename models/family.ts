// What a model family is: how it recognises its files, and what its models offer to who draws with them.
import type { ModelCard } from '../sidecar/protocol/methods.ts';
import type { Reading } from '../sidecar/protocol/recipe.ts';
import type { GraphChange } from './graph/change.ts';
import type { GuidanceKind } from './sampling/guidance.ts';
import type { Dialect } from './graph/dialect.ts';
import type { Prediction, TrainedNoise } from './sampling/levels.ts';
import type { Tensor } from './tensor.ts';
import type { AddedWord } from './text/added-words.ts';

/** A weight file by its header: where each tensor's bytes lie. The bytes themselves are never read here. */
export interface WeightFile {
	/** Real directory and file name (links resolved): what an ONNX external-data reference needs. */
	readonly directory: string;
	readonly file: string;
	readonly tensors: ReadonlyMap<string, StoredTensor>;
}

export interface StoredTensor {
	readonly type: 'F64' | 'F32' | 'F16' | 'BF16' | 'F8_E4M3' | 'F8_E5M2' | 'I64' | 'I32' | 'I16' | 'I8' | 'U8' | 'BOOL';
	readonly dims: readonly number[];
	/** Bytes from the start of the file. */
	readonly offset: number;
	/** Bytes. */
	readonly length: number;
}

/**
 * A model's folder as the families see it: small files by relative path, weight files by their headers. A checkpoint in
 * one file is seen as the folder that it would be.
 */
export interface ModelFolder {
	/** The folder's path, for messages and as the model's id. */
	readonly path: string;
	/** Relative paths of all files, with forward slashes. */
	readonly files: readonly string[];
	text(path: string): Promise<string>;
	/** Throws a `modelBroken` Failure when the header is not sound. */
	weights(path: string): Promise<WeightFile>;
}

/** One network by its role, as the engine opens it. */
export interface Part {
	/** The role: `text-encoder`, `text-encoder-2`, `unet`, `decoder`, `encoder`. */
	readonly role: string;
	/** Tells sessions apart: equal keys may share one session. */
	readonly key: string;
	/** The tensors that its graph asks for: shapes by name. */
	readonly weights: ReadonlyMap<string, readonly number[]>;
	/** Writes the ONNX graph in the device's dialect, letting others work at every `turn`. */
	build(dialect: Dialect, turn: Turn): Promise<BuiltPart>;
	/** The same network with changes written into its graph, the first one nearest to the graph. */
	changed(changes: readonly GraphChange[]): Part;
}

/** A graph as ONNX bytes; its weights are external data, relative to `directory`. */
export interface BuiltPart {
	readonly graph: Uint8Array;
	readonly directory: string;
}

/** Lets the event loop go round once; who has no event loop to mind passes one that resolves at once. */
export type Turn = () => Promise<void>;

/** What goes into a network or comes out of it, by name. */
export type Feeds = Readonly<Record<string, Tensor>>;

/** Runs one network: the only effect a model needs from the world. */
export type Run = (part: Part, feeds: Feeds) => Promise<Feeds>;

/** Latents [channels, height, width], float32. */
export interface Latents {
	readonly data: Float32Array;
	readonly channels: number;
	readonly height: number;
	readonly width: number;
}

/** RGB in [-1, 1], channels first: [3, height, width], float32. */
export interface Pixels {
	readonly data: Float32Array;
	readonly height: number;
	readonly width: number;
}

/** A picture to start from, at the recipe's size. */
export interface StartPixels extends Pixels {
	/** [height, width] from 0 (kept) to 1 (drawn anew), float32; without it all of it is. */
	readonly mask?: Float32Array;
}

/** Words as a recipe has them, and how they are read. */
export interface Words extends Reading {
	readonly text: string;
	/** Whether the picture is drawn away from them. */
	readonly negative: boolean;
}

/** What a prompt became: opaque to everyone but the model that made it. */
export interface Conditioning {
	readonly feeds: Readonly<Record<string, Tensor>>;
	/** Whether the picture is drawn away from it. */
	readonly negative: boolean;
	/** Things the user should know, such as a prompt longer than the window. */
	readonly notes: readonly string[];
}

/** What a network is told at one look, besides the latents and the time. */
export interface Told {
	readonly words: Conditioning;
	/** The recipe's guidance, for models that were distilled to take it as a number. */
	readonly guidance: number;
	/** Channels [.., height, width] of pictures beside the latents, as many as `beside` gives; zeros hide them. */
	readonly beside: Float32Array;
}

/** Small decoders by the names of their files: for the latents of Stable Diffusion 1 and 2, and of XL. */
export type TinyDecoderName = 'taesd' | 'taesdxl';

/** How a picture goes through an autoencoder: whole, or in tiles of so many latents a side. */
export interface Plan {
	readonly tile: number | 'whole';
}

/** Pixels → the mean of the posterior, scaled. */
export type Encode = (pixels: Pixels) => Promise<Latents>;

/** What a family opens: a model that draws in one of the ways there are. */
export type Model = ImageModel | OnePassModel;

/** A model that draws by taking noise away, step by step: its numbers and its acts. */
export interface ImageModel {
	readonly way: 'diffusion';
	readonly card: ModelCard;
	readonly latent: { readonly channels: number; readonly downscale: number };
	/** How it was trained to see noise, from its own scheduler_config.json. */
	readonly noise: TrainedNoise;
	readonly prediction: Prediction;
	/** Its networks: all that its acts may run. */
	readonly parts: readonly Part[];
	/** How the recipe's guidance enters. */
	readonly guidance: GuidanceKind;
	/** What the network sees beside the latents: nothing, a mask and what it leaves of the picture, or the picture. */
	readonly sees: 'nothing' | 'masked picture' | 'picture';
	/** Rows: latent channels; columns: red, green, blue. For previews without the decoder. */
	readonly previewColours: readonly (readonly [number, number, number])[];
	/** The small decoder that was made for its latents, for better previews where it is at hand. */
	readonly previewDecoder: TinyDecoderName | undefined;
	/** Words → conditioning. The same words give the same conditioning, so callers may keep it. */
	encode(words: Words, run: Run): Promise<Conditioning>;
	/** The same model, which knows these words besides its own; their vectors are fed to its text encoder. */
	withWords(words: readonly AddedWord[]): ImageModel;
	/** The channels that the network sees beside the latents; of a picture drawn from words alone, as if all were masked. */
	beside(start: StartPixels | undefined, size: Omit<Latents, 'data'>, encode: Encode): Promise<Float32Array>;
	/** The network's raw output for `x` (variance-preserving scale) at `timestep`: noise, v or clean latents by `prediction`. */
	predict(x: Latents, timestep: number, told: Told, run: Run): Promise<Float32Array>;
	/**
	 * How a picture of so many pixels goes through the autoencoder in `room` bytes beside the weights: whole, or in tiles of
	 * so many latents a side; undefined where it does not fit at all.
	 */
	plan(width: number, height: number, room: number): Plan | undefined;
	/** Latents → pixels. */
	decode(latents: Latents, run: Run): Promise<Pixels>;
	/** The same in tiles, at least 40 dB near: norms have the whole picture's statistics, and there are no seams. */
	decodeInTiles(latents: Latents, tile: number, run: Run): Promise<Pixels>;
	/** Pixels → latents: the mean of the posterior, scaled. */
	encodePixels(pixels: Pixels, run: Run): Promise<Latents>;
	/** The same in tiles of `tile` latents a side. */
	encodeInTiles(pixels: Pixels, tile: number, run: Run): Promise<Latents>;
}

/** A model that draws in one pass from noise alone: no words, no steps. */
export interface OnePassModel {
	readonly way: 'one-pass';
	readonly card: ModelCard;
	/** Its networks: all that its act may run. */
	readonly parts: readonly Part[];
	/** How many standard-normal numbers it draws from. */
	readonly noise: number;
	/** Noise → pixels, always of the size that the card's defaults name. */
	draw(noise: Float32Array, run: Run): Promise<Pixels>;
}

/** `Opened`: the kind of model that its files hold. */
export interface Family<Opened extends Model = Model> {
	readonly id: string;
	/** Whether the folder is laid out as this family's; cheap, by names and model_index.json only. */
	recognises(folder: ModelFolder): Promise<boolean>;
	/** What a list shows of the model, by configs and headers alone; whether it opens is only known when it is opened. */
	describe(folder: ModelFolder): Promise<ModelCard>;
	/** Reads configs and headers, checks every tensor's name and shape; throws `modelBroken` with the file and the difference. */
	open(folder: ModelFolder, turn: Turn): Promise<Opened>;
}
