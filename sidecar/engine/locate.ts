// Finds the ONNX Runtime library that onnxruntime-node carries, in a checkout as in a packaged extension.
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fail } from '../protocol/failure.ts';

/**
 * The absolute path of the runtime library for this platform. `LIMN_ORT_LIBRARY` in the environment names another one.
 * Throws `cannotRead` when onnxruntime-node is not installed or has no library for this platform.
 */
export async function runtimeLibrary(environment: NodeJS.ProcessEnv): Promise<string> {
	if (environment['LIMN_ORT_LIBRARY']) return path.resolve(environment['LIMN_ORT_LIBRARY']);
	const folder = path.join(packageFolder(), 'bin', 'napi-v6', process.platform, process.arch);
	const names = await readdir(folder).catch((error: Error) => missing(folder, error.message));
	const library = names.sort().find(name => libraryName.test(name));
	return library ? path.join(folder, library) : missing(folder, 'it holds no ONNX Runtime library');
}

/** `libonnxruntime.so.1`, `libonnxruntime.1.dylib` (not its copy `libonnxruntime.1.30.0.dylib`), `onnxruntime.dll`. */
const libraryName = /^(libonnxruntime\.so\.\d+|libonnxruntime\.\d+\.dylib|onnxruntime\.dll)$/;

function packageFolder(): string {
	try {
		return path.dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
	} catch (error) {
		return missing('onnxruntime-node', error instanceof Error ? error.message : String(error));
	}
}

function missing(file: string, detail: string): never {
	throw fail({ kind: 'cannotRead', path: file, why: 'missing', detail });
}
