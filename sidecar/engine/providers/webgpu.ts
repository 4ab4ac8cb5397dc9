// Any graphics card through WebGPU: Direct3D 12 on Windows, Metal on macOS, Vulkan on Linux.
import { appendNamed } from './named.ts';
import type { Provider } from './provider.ts';

export const webgpu: Provider = {
	device: 'webgpu',
	impossible(platform, arch) {
		const built =
			platform === 'win32' || (platform === 'linux' && arch === 'x64') || (platform === 'darwin' && arch === 'arm64');
		return built ? undefined : `there is no WebGPU build of the runtime for ${platform} ${arch}`;
	},
	append: (api, options) => appendNamed(api, options, 'WebGPU', {}),
	binding: { name: 'webgpu' },
};
