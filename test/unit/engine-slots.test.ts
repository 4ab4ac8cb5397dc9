// The slots of ONNX Runtime's C API against the order of the functions in its header.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { slots, type Slot } from '../../sidecar/engine/slots.ts';

// The member names of `struct OrtApi` in the order of onnxruntime_c_api.h with ORT_API_VERSION 29 (MIT, Microsoft).
const names = readFileSync('test/unit/engine-api-names.txt', 'utf8').trim().split('\n');

/** One per shipped version: `static_assert(offsetof(OrtApi, X) / sizeof(void*) == n)` of onnxruntime_c_api.cc. */
const anchors: readonly (readonly [string, number])[] = [
	['AddFreeDimensionOverrideByName', 124],
	['ReleaseAvailableProviders', 126],
	['SetGlobalSpinControl', 149],
	['ReleaseArenaCfg', 157],
	['GetCurrentGpuDeviceId', 161],
	['CreateSessionFromArrayWithPrepackedWeightsContainer', 169],
	['GetSparseTensorIndices', 191],
	['SynchronizeBoundOutputs', 203],
	['SessionOptionsAppendExecutionProvider_MIGraphX', 209],
	['ReleaseKernelInfo', 218],
	['ReleaseCANNProviderOptions', 224],
	['GetSessionConfigEntry', 238],
	['GetBuildInfoString', 254],
	['KernelContext_GetResource', 265],
	['SessionOptionsAppendExecutionProvider_OpenVINO_V2', 275],
	['AddExternalInitializersFromFilesInMemory', 279],
	['SetEpDynamicOptions', 284],
	['GetEpApi', 317],
	['CreateExternalInitializerInfo', 389],
];

describe('the slots of the C API', () => {
	for (const [name, slot] of anchors) {
		it(`the header's order has ${name} at ${slot}`, () => assert.equal(names[slot], name));
	}
	for (const [name, [slot]] of Object.entries<Slot>(slots)) {
		it(`${name} is where the header has it`, () => assert.equal(names[slot], name));
	}
});
