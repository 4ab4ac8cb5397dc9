// The engine's face: a session is one loaded network; everything above it is the same for every runtime and device.
import type { BuiltPart } from '../../models/family.ts';
import type { ElementType, Tensor } from '../../models/tensor.ts';
import type { Device } from '../protocol/picture.ts';

/** An input or output of a network; a dim is -1 where its size is free. */
export interface Port {
	readonly name: string;
	readonly type: ElementType;
	readonly dims: readonly number[];
}

export interface Session {
	readonly inputs: readonly Port[];
	readonly outputs: readonly Port[];
	/** Runs off the event loop. An abort stops inside the run and rejects with the signal's reason; the session stays usable. */
	run(feeds: Readonly<Record<string, Tensor>>, signal: AbortSignal): Promise<Readonly<Record<string, Tensor>>>;
	/** Ends the session once its running call, if any, has returned. */
	release(): Promise<void>;
}

export interface SessionSettings {
	readonly device: Device;
	/** CPU threads inside one operator; 0 lets the runtime choose. */
	readonly threads: number;
}

export interface Engine {
	readonly kind: 'c-api' | 'binding';
	/** The version of the ONNX Runtime library. */
	readonly version: string;
	/** Loads a network off the event loop; throws a Failure (`modelBroken`, `outOfMemory`, `noDevice`). */
	open(part: BuiltPart, settings: SessionSettings, signal: AbortSignal): Promise<Session>;
	release(): Promise<void>;
}
