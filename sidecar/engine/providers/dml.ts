// Any graphics card on Windows through DirectML.
import { appendNamed } from './named.ts';
import type { Provider } from './provider.ts';

export const dml: Provider = {
	device: 'dml',
	impossible: platform => (platform === 'win32' ? undefined : 'DirectML exists on Windows only'),
	append(api, options) {
		// DirectML plans its own memory and refuses sessions that plan it too.
		api.call('DisableMemPattern', options);
		appendNamed(api, options, 'DML', { device_id: '0' });
	},
	binding: { name: 'dml', deviceId: 0 },
};
