// Every request and notification between an asker (editor, command line, MCP) and the sidecar.
import { NotificationType, RequestType, RequestType0 } from 'vscode-jsonrpc';
import type { AssetParams, AssetsPlanParams, AssetsPlanResult, AssetsSyncParams, AssetsSyncResult } from './assets.ts';
import type { Failure } from './failure.ts';
import type { Device, DeviceWish, Picture, PictureFormat, WrittenStep } from './picture.ts';
import type { Recipe, RecipeDefaults } from './recipe.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Raised by one whenever a message changes its meaning; both ends must agree. */
export const protocolVersion = 1;

export interface InitializeParams {
	readonly protocol: number;
	/** Who asks, for the log: `vscode 1.110.0`, `limn 0.1.0`. */
	readonly client: string;
	/** Folders to look for models in, besides the built-in one; a checkpoint in one file may be named too. */
	readonly modelFolders: readonly string[];
	/** Whether to look where other programs keep theirs: Hugging Face's cache, A1111's, Forge's and ComfyUI's folders. */
	readonly findModels: boolean;
}

export interface InitializeResult {
	readonly protocol: number;
	readonly version: string;
}

/** A model as people choose it. */
export interface ModelCard {
	/** What a recipe's `model` holds: `sketch` for the built-in one, else the path of the folder or file. */
	readonly id: string;
	readonly name: string;
	/** The family that opens it, such as `stable-diffusion`. */
	readonly family: string;
	readonly licence: string;
	readonly builtIn: boolean;
	/** Bytes of weights on disk. */
	readonly bytes: number;
	readonly defaults: RecipeDefaults;
	/** The fields of a recipe that have a say in what it draws, where that is not all of them. */
	readonly hears?: readonly (keyof Recipe)[];
	/** What it draws, in a few words, where no prompt says so. */
	readonly draws?: string;
	/** What the model was taught to draw, where that is a closed list. */
	readonly vocabulary?: Vocabulary;
}

export interface ModelsListResult {
	readonly models: readonly ModelCard[];
	/** What lies in the model folders but cannot be opened, and why. */
	readonly refused: readonly { readonly file: string; readonly failure: Failure }[];
}

export interface ModelHashParams {
	/** A model's id. */
	readonly model: string;
}

export interface ModelHashResult {
	/** First ten hex digits of its weights' SHA-256, as pictures carry them. */
	readonly hash: string;
}

export interface DeviceProbeParams {
	readonly wish: DeviceWish;
}

/** One candidate device and what its self-test said. */
export interface DeviceReport {
	readonly device: Device;
	readonly works: boolean;
	/** Why it works or does not, one sentence. */
	readonly why: string;
}

export interface DeviceProbeResult {
	/** The device that a job with this wish runs on; absent when none works. */
	readonly chosen?: Device;
	readonly reports: readonly DeviceReport[];
	/** The ONNX Runtime library in use: its version, and the engine that drives it after its self-check. */
	readonly runtime: { readonly version: string; readonly engine: 'c-api' | 'binding' };
}

/** The most pictures of one request. */
export const mostAtOnce = 64;

export interface GenerateParams {
	/** A number chosen by the asker, so that no progress can arrive before its owner knows it. */
	readonly job: number;
	readonly recipe: Recipe;
	/** How many pictures, at most `mostAtOnce`; picture i has seed + i. */
	readonly count: number;
	readonly format: PictureFormat;
	readonly device: DeviceWish;
	/** The bytes of the picture that `recipe.start` names. */
	readonly start?: Uint8Array;
	/** The bytes of the pictures that `recipe.controls` name, in their order. */
	readonly controls?: readonly Uint8Array[];
	/** The bytes of the picture that `recipe.start.mask` names. */
	readonly mask?: Uint8Array;
}

export interface GenerateResult {
	readonly pictures: readonly Picture[];
}

/** A flat picture that stands where another will be: no model is asked. */
export interface PlaceholderParams {
	/** The path it stands for: its label, and the colour comes from it. */
	readonly path: string;
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	readonly format: PictureFormat;
}

export interface PlaceholderResult {
	readonly bytes: Uint8Array;
}

/** A picture file that is there. */
export interface InspectParams {
	/** For what is said about it; nothing is opened. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** What a picture file says of how it was made. */
export interface InspectResult {
	readonly format: string;
	readonly width: number;
	readonly height: number;
	/** As much of a recipe as the file states; absent where it states none. */
	readonly recipe?: Partial<Recipe>;
	/** The weights and the device that drew it, where Limn made it: then the recipe is whole. */
	readonly model?: { readonly name: string; readonly hash: string };
	readonly device?: Device;
	/** The steps that it went through afterwards. */
	readonly post: readonly WrittenStep[];
	/** The other tool that made it, and the settings of that tool that no recipe holds. */
	readonly tool?: string;
	readonly left: readonly string[];
}

/** Steps over a picture that is there: no model is asked. They may not name files. */
export interface PostParams extends InspectParams {
	readonly steps: readonly WrittenStep[];
	readonly format: PictureFormat;
}

export interface PostResult {
	readonly bytes: Uint8Array;
	readonly width: number;
	readonly height: number;
	/** Things the user should know. */
	readonly notes: readonly string[];
}

/** Small RGBA pixels of the picture on its way, made from the latents without the decoder. */
export interface Preview {
	readonly width: number;
	readonly height: number;
	readonly rgba: Uint8Array;
}

export interface ProgressParams {
	readonly job: number;
	/** Which picture of the batch, from 0. */
	readonly picture: number;
	readonly stage: 'queue' | 'load' | 'encode' | 'step' | 'decode' | 'write';
	/** Within the stage: steps done and steps in all (0 of 1 where a stage has no steps). */
	readonly step: number;
	readonly total: number;
	/** Wall-clock seconds since the job began. */
	readonly seconds: number;
	readonly preview?: Preview;
}

export interface StatusParams {
	readonly state: 'idle' | 'loading' | 'busy';
	/** The device of the last job, once one has run. */
	readonly device?: Device;
	/** Jobs waiting behind the running one. */
	readonly waiting: number;
	/** Names of the models that are loaded. */
	readonly loaded: readonly string[];
}

export interface LogParams {
	readonly level: 'error' | 'warning' | 'info' | 'debug';
	readonly text: string;
}

export const initialize = new RequestType<InitializeParams, InitializeResult, Failure>('initialize');
export const generate = new RequestType<GenerateParams, GenerateResult, Failure>('generate');
export const modelsList = new RequestType0<ModelsListResult, Failure>('models/list');
export const modelHash = new RequestType<ModelHashParams, ModelHashResult, Failure>('models/hash');
export const deviceProbe = new RequestType<DeviceProbeParams, DeviceProbeResult, Failure>('device/probe');
export const placeholder = new RequestType<PlaceholderParams, PlaceholderResult, Failure>('placeholder');
export const assetsPlan = new RequestType<AssetsPlanParams, AssetsPlanResult, Failure>('assets/plan');
export const assetsSync = new RequestType<AssetsSyncParams, AssetsSyncResult, Failure>('assets/sync');
export const inspect = new RequestType<InspectParams, InspectResult, Failure>('inspect');
export const post = new RequestType<PostParams, PostResult, Failure>('post');
export const shutdown = new RequestType0<null, Failure>('shutdown');

export const progress = new NotificationType<ProgressParams>('progress');
/** One finished picture of a running batch, ahead of the response that holds them all. */
export const pictureDone = new NotificationType<{
	readonly job: number;
	readonly index: number;
	readonly picture: Picture;
}>('picture');
export const asset = new NotificationType<AssetParams>('asset');
export const status = new NotificationType<StatusParams>('status');
export const log = new NotificationType<LogParams>('log');
