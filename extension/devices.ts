// The names of devices as people know them.
import type { Device } from '../sidecar/protocol/picture.ts';

export const deviceNames: Readonly<Record<Device, string>> = {
	cuda: 'CUDA',
	webgpu: 'WebGPU',
	dml: 'DirectML',
	coreml: 'Core ML',
	cpu: 'CPU',
};
