// What an execution provider is: the part of ONNX Runtime that runs a graph on one kind of device.
import type { Device } from '../../protocol/picture.ts';
import type { OrtApi, Pointer } from '../capi.ts';

export interface Provider {
	readonly device: Device;
	/** Why no machine of this platform and architecture can have it; undefined where it may work. */
	impossible(platform: NodeJS.Platform, arch: string): string | undefined;
	/** Adds itself to the session options; throws OrtError with the loader's reason when it cannot. */
	append(api: OrtApi, options: Pointer): void;
	/** The same wish in onnxruntime-node's words. */
	readonly binding: { readonly name: string; readonly [option: string]: unknown };
}
