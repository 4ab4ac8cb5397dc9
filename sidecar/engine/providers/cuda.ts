// NVIDIA graphics cards through CUDA and cuDNN.
import type { Provider } from './provider.ts';

/** All values are texts; names as in ONNX Runtime's cuda_execution_provider_info.cc. */
const choices: Readonly<Record<string, string>> = {
	device_id: '0',
	// Doubling, the default, takes up to twice the memory that is needed.
	arena_extend_strategy: 'kSameAsRequested',
	// EXHAUSTIVE, the default, times every algorithm again for each new picture size.
	cudnn_conv_algo_search: 'HEURISTIC',
	cudnn_conv_use_max_workspace: '1',
	use_tf32: '1',
};

export const cuda: Provider = {
	device: 'cuda',
	impossible(platform, arch) {
		if (platform === 'darwin') return 'CUDA does not exist on macOS';
		return arch === 'x64' ? undefined : `there is no CUDA build of the runtime for ${platform} ${arch}`;
	},
	append(api, options) {
		const keys = api.texts(Object.keys(choices));
		const values = api.texts(Object.values(choices));
		const cudaOptions = api.make('CreateCUDAProviderOptions');
		try {
			// Update is what loads the provider's library: called first, it gives the loader's reason instead of "failed".
			api.call('UpdateCUDAProviderOptions', cudaOptions, keys, values, keys.length);
			api.call('SessionOptionsAppendExecutionProvider_CUDA_V2', options, cudaOptions);
		} finally {
			api.call('ReleaseCUDAProviderOptions', cudaOptions);
		}
	},
	binding: { name: 'cuda', deviceId: 0 },
};
