// The providers, best first: the order in which `auto` tries them.
import type { Device } from '../../protocol/picture.ts';
import { coreml } from './coreml.ts';
import { cpu } from './cpu.ts';
import { cuda } from './cuda.ts';
import { dml } from './dml.ts';
import type { Provider } from './provider.ts';
import { webgpu } from './webgpu.ts';

export const providers: Readonly<Record<Device, Provider>> = { cuda, webgpu, dml, coreml, cpu };
