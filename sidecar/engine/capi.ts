// ONNX Runtime's C API: loads the library, proves the function table, and turns every status into an error.
import { access } from 'node:fs/promises';
import type Koffi from 'koffi';
import type { KoffiFunc, LibraryHandle } from 'koffi';
import { fail } from '../protocol/failure.ts';
import { apiVersion, type Name, type Slots } from './slots.ts';

/** An address in native memory; 0n is NULL. */
export type Pointer = bigint;
export type TypedArray = Float32Array | BigInt64Array | Int32Array | Uint8Array;

type Native = KoffiFunc<(...args: unknown[]) => unknown>;
type Functions = Readonly<Record<Name, Native>>;

/** A status that was not OK: `code` is an OrtErrorCode, `call` the function that gave it. */
export class OrtError extends Error {
	override readonly name = 'OrtError';
	readonly code: number;
	readonly call: Name;
	constructor(code: number, call: Name, message: string) {
		super(message);
		this.code = code;
		this.call = call;
	}
}

/** The loaded runtime. One per process: a second runtime library beside it is undefined behaviour. */
export class OrtApi {
	readonly version: string;
	readonly #koffi: typeof Koffi;
	// koffi unloads a library whose handle is collected; functions decoded from pointers do not hold it.
	readonly #library: LibraryHandle;
	readonly #functions: Functions;
	readonly #slots: Slots;
	readonly #held = new Set<readonly unknown[]>();
	readonly #textBytes = new WeakMap<BigUint64Array, readonly Buffer[]>();

	/**
	 * Loads the library at the absolute path `file` and checks that `slots` fits it.
	 * Throws `cannotRead` when there is no such file and `runtimeMismatch` when it is not a runtime that the table fits. A
	 * wrong table can also crash the process, so a library that did not come with Limn is tried in a child first.
	 */
	static async load(file: string, slots: Slots): Promise<OrtApi> {
		await access(file).catch((error: Error) => {
			throw fail({ kind: 'cannotRead', path: file, why: 'missing', detail: error.message });
		});
		const { default: koffi } = await import('koffi');
		const mismatch = (found: string) =>
			fail({ kind: 'runtimeMismatch', file, found, needed: `1.${apiVersion} or newer` });
		const { library, getApi, version } = openLibrary(koffi, file, mismatch);
		const [major, minor] = version.split('.').map(Number);
		if (major !== 1 || !(minor >= apiVersion)) throw mismatch(version);
		const table = getApi(apiVersion);
		if (!table) throw mismatch(`${version}, which refuses C API version ${apiVersion}`);
		const api = new OrtApi(version, koffi, library, functionsAt(koffi, table, slots), slots);
		const wrong = api.#selfCheck();
		if (wrong) throw mismatch(`${version} with another function table (${wrong})`);
		return api;
	}

	private constructor(
		version: string,
		koffi: typeof Koffi,
		library: LibraryHandle,
		functions: Functions,
		slots: Slots,
	) {
		this.version = version;
		this.#koffi = koffi;
		this.#library = library;
		this.#functions = functions;
		this.#slots = slots;
	}

	/** Calls a function and gives what it returns; throws OrtError when that is a status other than OK. */
	call(name: Name, ...args: readonly unknown[]): unknown {
		return this.#checked(name, this.#functions[name](...args));
	}

	/** Calls a function whose last parameter is an out pointer and gives what was written there. */
	make(name: Name, ...args: readonly unknown[]): Pointer {
		const out = new BigUint64Array(1);
		this.call(name, ...args, out);
		return out[0];
	}

	/**
	 * Calls a function on a pool thread. koffi does not hold the arguments of such a call, so they are held here until it
	 * returns, and so is `keep`: the memory that is only reachable through native pointers.
	 */
	async callAsync(name: Name, args: readonly unknown[], keep: unknown): Promise<void> {
		const held = [this.#library, args, keep];
		this.#held.add(held);
		try {
			const result = await new Promise<unknown>((resolve, reject) => {
				this.#functions[name].async(...args, (error: Error | null, value: unknown) =>
					error ? reject(error) : resolve(value),
				);
			});
			this.#checked(name, result);
		} finally {
			this.#held.delete(held);
		}
	}

	/** The NUL-terminated UTF-8 text at `pointer`. */
	text(pointer: Pointer): string {
		return this.#koffi.decode.string(pointer);
	}

	/** A copy of `count` elements of the C type `element` at `pointer`. */
	copy(pointer: Pointer, element: string, count: number): TypedArray {
		return this.#koffi.decode(pointer, element, count) as TypedArray;
	}

	/** The addresses of NUL-terminated copies of `values`, for `const char* const*`; the copies live as long as the array. */
	texts(values: readonly string[]): BigUint64Array {
		const bytes = values.map(value => Buffer.from(`${value}\0`));
		const pointers = BigUint64Array.from(bytes, buffer => this.#koffi.address(buffer));
		this.#textBytes.set(pointers, bytes);
		return pointers;
	}

	#checked(name: Name, result: unknown): unknown {
		if (this.#slots[name][1] !== 'status' || !result) return result;
		const { GetErrorCode, GetErrorMessage, ReleaseStatus } = this.#functions;
		const error = new OrtError(Number(GetErrorCode(result)), name, String(GetErrorMessage(result)));
		ReleaseStatus(result);
		throw error;
	}

	/** Harmless calls at both ends of the table, so that a shifted slot shows before any model is loaded: what is wrong. */
	#selfCheck(): string | undefined {
		if (!String(this.call('GetBuildInfoString')).includes('Build Info')) return 'slot 254';
		const options = this.make('CreateSessionOptions');
		const flag = new Int32Array(1);
		const reads = (name: Name, expected: number) => (this.call(name, options, flag), flag[0] === expected);
		try {
			this.call('DisableMemPattern', options);
			if (!reads('GetMemPatternEnabled', 0)) return 'slots 17 and 419';
			this.call('EnableMemPattern', options);
			if (!reads('GetMemPatternEnabled', 1)) return 'slots 16 and 419';
			this.call('SetSessionExecutionMode', options, 1);
			if (!reads('GetSessionExecutionMode', 1)) return 'slots 13 and 420';
			return undefined;
		} catch (error) {
			if (error instanceof OrtError) return `${error.call}: ${error.message}`;
			throw error;
		} finally {
			this.call('ReleaseSessionOptions', options);
		}
	}
}

/** The library, its version and its GetApi; throws `mismatch` when it does not load or is not ONNX Runtime. */
function openLibrary(koffi: typeof Koffi, file: string, mismatch: (found: string) => Error) {
	try {
		// koffi runs native code on stacks of its own. Its 128 KiB for async calls is too little for attention kernels, and
		// this cannot be changed once a library is loaded.
		const { sync_stack_size: configured } = koffi.config();
		if (configured !== stackBytes) koffi.config({ sync_stack_size: stackBytes, async_stack_size: stackBytes });
		const library = koffi.load(file);
		const base: Pointer = library.func('OrtGetApiBase', 'void *', [])();
		const [getApi, getVersion]: Pointer[] = koffi.decode(base, koffi.array('void *', 2));
		return {
			library,
			version: String(koffi.call(getVersion, koffi.proto('str', []))),
			getApi: (version: number): Pointer | null => koffi.call(getApi, koffi.proto('void *', ['uint32_t']), version),
		};
	} catch (error) {
		throw mismatch(`no such library (${error instanceof Error ? error.message : String(error)})`);
	}
}

const stackBytes = 16 << 20;

function functionsAt(koffi: typeof Koffi, table: Pointer, slots: Slots): Functions {
	const length = 1 + Math.max(...Object.values(slots).map(([slot]) => slot));
	const pointers: Pointer[] = koffi.decode(table, koffi.array('void *', length));
	const types: Readonly<Record<string, string>> = { p: 'void *', i: 'int', z: 'size_t', t: 'str' };
	const results = { status: 'void *', void: 'void', text: 'str', int: 'int' } as const;
	const entries = Object.entries(slots).map(([name, [slot, returns, parameters]]) => {
		const type = koffi.proto(
			results[returns],
			[...parameters].map(letter => types[letter]),
		);
		return [name, koffi.decode(pointers[slot], type)];
	});
	return Object.fromEntries(entries) as Functions;
}
