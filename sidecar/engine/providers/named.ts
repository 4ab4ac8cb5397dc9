// Adds a provider that ONNX Runtime knows by a name and a list of option texts.
import type { OrtApi, Pointer } from '../capi.ts';

export function appendNamed(
	api: OrtApi,
	options: Pointer,
	name: string,
	choices: Readonly<Record<string, string>>,
): void {
	const keys = api.texts(Object.keys(choices));
	const values = api.texts(Object.values(choices));
	api.call('SessionOptionsAppendExecutionProvider', options, name, keys, values, keys.length);
}
