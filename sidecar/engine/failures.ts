// Turns what the runtime says into a Failure with its context; native text never travels alone.
import type { Device } from '../protocol/picture.ts';
import { fail, failureOf, type Failure, FailureError } from '../protocol/failure.ts';

/** What was being done: loading the graph whose weights lie in `directory`, or running it. */
export interface Doing {
	readonly what: 'load' | 'run';
	readonly directory: string;
	readonly device: Device;
}

/**
 * The Failure behind an error of either engine. `outOfMemory` has size 0 × 0 here, because the engine does not know what
 * picture is being made: whoever does fills it in. An abort's reason and a Failure pass unchanged.
 */
export function engineFailure(error: unknown, doing: Doing): FailureError {
	if (error instanceof FailureError) return error;
	const text = error instanceof Error ? error.message : String(error);
	if (memory.test(text)) return fail({ kind: 'outOfMemory', detail: firstLine(text), width: 0, height: 0 });
	if (doing.device !== 'cpu' && device.test(text)) return noDevice(doing.device, text);
	if (doing.what === 'load') return fail({ kind: 'modelBroken', file: doing.directory, why: firstLine(text) });
	const failure: Failure = failureOf(error);
	return fail(
		failure.kind === 'internal'
			? { kind: 'internal', detail: `the ${doing.device} device stopped in a network of ${doing.directory}: ${text}` }
			: failure,
	);
}

/** A device that cannot be used, with the runtime's reason. */
export function noDevice(wish: Device, text: string): FailureError {
	return fail({ kind: 'noDevice', wish, reasons: [{ device: wish, why: firstLine(text) }] });
}

/** The first line of a native message, without the source positions that C++ puts in front of it. */
export function firstLine(text: string): string {
	return text
		.split('\n')[0]
		.replace(/^(Error: )?/, '')
		.replace(/^\/?\S*\.(cc|h):\d+ .*? (?=\S+ )/, '')
		.trim();
}

// The arena, the C++ library, CUDA, cuBLAS, cuDNN, Direct3D and Dawn each have words of their own for it.
const memory =
	/failed to allocate memory|is smaller than requested bytes|bad_alloc|out of memory|out_of_memory|OutOfMemory|ALLOC_FAILED|CUDA (error|failure) 2\b|E_OUTOFMEMORY/i;

const device =
	/fallback to CPU EP has been explicitly disabled|adapter|device (was )?(lost|removed|hung)|DXGI_ERROR|CUDA (error|failure)|CUDNN|CUBLAS|Vulkan|shared library|not supported in this build/i;
