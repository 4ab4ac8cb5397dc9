// What the runtime says, as the Failure that people are told.
import assert from 'node:assert/strict';
import { engineFailure, inShort, type Doing } from '../../sidecar/engine/failures.ts';
import { fail, type Failure } from '../../sidecar/protocol/failure.ts';

const load: Doing = { what: 'load', directory: '/models/a', device: 'cpu' };
const runOnCuda: Doing = { what: 'run', directory: '/models/a', device: 'cuda' };

function check(text: string, doing: Doing, expected: Partial<Failure>): void {
	const { failure } = engineFailure(new Error(text), doing);
	assert.deepEqual({ ...failure, ...expected }, failure);
}

describe('engine failures', () => {
	for (const text of [
		'Failed to allocate memory for requested buffer of size 40000000000',
		'Available memory of 65011712 is smaller than requested bytes of 134217728',
		'std::bad_alloc',
		'CUDA failure 2: out of memory ; GPU=0 ; hostname=a ; file=b',
		'CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0',
		'CUDNN_STATUS_ALLOC_FAILED',
		'Exception during initialization: 8007000E E_OUTOFMEMORY',
	]) {
		it(`is out of memory: ${text}`, () => check(text, runOnCuda, { kind: 'outOfMemory' }));
	}

	it('names the folder of a model that does not load', () =>
		check('Failed to load model because protobuf parsing failed.', load, {
			kind: 'modelBroken',
			file: '/models/a',
			why: 'Failed to load model because protobuf parsing failed.',
		}));

	it('keeps the reason and drops status and signature', () =>
		check('/src/a.cc:12 void f(int) [ONNXRuntimeError] : 1 : FAIL : Failed to load library cudnn.so\nmore', load, {
			why: 'Failed to load library cudnn.so',
		}));

	it('says that the device failed when it did', () =>
		check('CUDA failure 700: an illegal memory access was encountered', runOnCuda, {
			kind: 'noDevice',
			wish: 'cuda',
			reasons: [{ device: 'cuda', why: 'CUDA failure 700: an illegal memory access was encountered' }],
		}));

	it('tells what was being done when a run fails for another reason', () =>
		check('Got invalid dimensions for input: x', runOnCuda, {
			kind: 'internal',
			detail: 'the cuda device stopped in a network of /models/a: Got invalid dimensions for input: x',
		}));

	it('passes a Failure unchanged', () => {
		const failure = fail({ kind: 'cancelled' });
		assert.equal(engineFailure(failure, load), failure);
	});
});

describe('what a loader says, in short', () => {
	const checkShort = (text: string, expected: string) => assert.equal(inShort(text), expected);

	it('is the library that is not there', () =>
		checkShort(
			'Failed to load library /a/b/libonnxruntime_providers_cuda.so with error: libcublasLt.so.12: cannot open shared object file: No such file or directory',
			'libcublasLt.so.12 is missing',
		));
	it('is its name without its path', () =>
		checkShort('/a/b/libx_shared.so: cannot open shared object file: No such file', 'libx_shared.so is missing'));
	it('is the library that another needs on Windows', () =>
		checkShort(
			'Error loading "C:\\a\\onnxruntime_providers_cuda.dll" which depends on "cudnn64_9.dll" which is missing. (Error 126)',
			'cudnn64_9.dll is missing',
		));
	it('is everything, where it is not about a library', () =>
		checkShort(
			'Failed to get a WebGPU adapter: No supported adapters',
			'Failed to get a WebGPU adapter: No supported adapters',
		));
});
