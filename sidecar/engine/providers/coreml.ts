// Apple's graphics and neural processors through Core ML.
import { appendNamed } from './named.ts';
import type { Provider } from './provider.ts';

/** COREML_FLAG_CREATE_MLPROGRAM | COREML_FLAG_ONLY_ALLOW_STATIC_INPUT_SHAPES of coreml_provider_factory.h. */
const mlProgramStatic = 0x10 | 0x08;

export const coreml: Provider = {
	device: 'coreml',
	impossible: platform => (platform === 'darwin' ? undefined : 'Core ML exists on macOS only'),
	append(api, options) {
		appendNamed(api, options, 'CoreML', {
			ModelFormat: 'MLProgram',
			MLComputeUnits: 'ALL',
			RequireStaticInputShapes: '1',
		});
	},
	binding: { name: 'coreml', coreMlFlags: mlProgramStatic },
};
