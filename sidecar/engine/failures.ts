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
	if (memory.test(text)) return fail({ kind: 'outOfMemory', detail: essence(text), width: 0, height: 0 });
	if (doing.device !== 'cpu' && device.test(text)) return noDevice(doing.device, text);
	if (doing.what === 'load') return fail({ kind: 'modelBroken', file: doing.directory, why: essence(text) });
	const failure: Failure = failureOf(error);
	return fail(
		failure.kind === 'internal'
			? {
					kind: 'internal',
					detail: `the ${doing.device} device stopped in a network of ${doing.directory}: ${essence(text)}`,
				}
			: failure,
	);
}

/** A device that cannot be used, with the runtime's reason. */
export function noDevice(wish: Device, text: string): FailureError {
	return fail({ kind: 'noDevice', wish, reasons: [{ device: wish, why: essence(text) }] });
}

/** What a native message says, without the status, the source position and the C++ signature in front of it. */
export function essence(text: string): string {
	const [line] = text.split('\n');
	return line
		.replace(/^.*\[ONNXRuntimeError\] : \d+ : [A-Z_]+ : /, '')
		.replace(/^.* was false\. /, '')
		.replace(/^\S*\.(cc|h|cpp):\d+ .*?\) /, '')
		.trim();
}

/** Which library a system's loader misses, out of its long message; any other text as it stands. */
export function inShort(text: string): string {
	const missing = loaders.map(words => words.exec(text)?.[1]).find(library => library !== undefined);
	return missing === undefined ? text : `${missing} is missing`;
}

/** glibc's words, those of dyld, and two of ONNX Runtime's own for Windows. */
const loaders: readonly RegExp[] = [
	/([^\s/:]+\.so[.\d]*): cannot open shared object file/,
	/Library not loaded: (?:\S*\/)?([^\s/]+)/,
	/which depends on "([^"]+)" which is missing/,
	/error 126 .* when trying to load "(?:[^"]*[\\/])?([^"\\/]+)"/,
];

// The arena, the C++ library, CUDA, cuBLAS, cuDNN, Direct3D and Dawn each have words of their own for it.
const memory =
	/failed to allocate memory|is smaller than requested bytes|bad_alloc|out of memory|out_of_memory|OutOfMemory|ALLOC_FAILED|CUDA (error|failure) 2\b|E_OUTOFMEMORY/i;

const device =
	/fallback to CPU EP has been explicitly disabled|adapter|device (was )?(lost|removed|hung)|DXGI_ERROR|CUDA (error|failure)|CUDNN|CUBLAS|Vulkan|shared library|not supported in this build/i;
