// The processor: part of every runtime, and never absent.
import type { Provider } from './provider.ts';

export const cpu: Provider = {
	device: 'cpu',
	impossible: () => undefined,
	append: () => undefined,
	binding: { name: 'cpu' },
};
