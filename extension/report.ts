// The doctor's report as Markdown: what runs where, what each device and model said. Pure; the command gathers.
import type { Failure } from '../sidecar/protocol/failure.ts';
import { hears } from '../sidecar/protocol/hearing.ts';
import type { DeviceProbeResult, InitializeResult, ModelsListResult } from '../sidecar/protocol/methods.ts';
import { sentence } from '../sidecar/protocol/wording.ts';
import { deviceNames } from './devices.ts';
import { plain, table } from './markdown/table.ts';

/** A part of the report, or why it is missing. */
export type Finding<T> = { readonly found: T } | { readonly failure: Failure };

export interface Findings {
	/** Lines such as `Limn` → `0.1.0`, in order. */
	readonly facts: readonly (readonly [name: string, value: string])[];
	readonly engine: Finding<InitializeResult>;
	readonly devices: Finding<DeviceProbeResult>;
	readonly models: Finding<ModelsListResult>;
}

export function reportOf({ facts, engine, devices, models }: Findings): string {
	return [
		'# Limn: doctor',
		table(['', ''], facts),
		'## Engine',
		part(engine, ({ version }) => `Sidecar ${version}`),
		part(devices, engineLine),
		'## Devices',
		part(devices, deviceSection),
		'## Models',
		part(models, modelSection),
		'',
	].join('\n\n');
}

function part<T>(finding: Finding<T>, words: (found: T) => string): string {
	return 'found' in finding ? words(finding.found) : `**${plain(sentence(finding.failure))}**`;
}

function engineLine({ runtime: { version, engine } }: DeviceProbeResult): string {
	return `ONNX Runtime ${version}, driven by ${engine === 'c-api' ? 'its C API' : 'onnxruntime-node (safe mode)'}`;
}

function deviceSection({ chosen, reports }: DeviceProbeResult): string {
	const rows = reports.map(({ device, works, why }) => [
		deviceNames[device] + (device === chosen ? ' (in use)' : ''),
		works ? 'works' : 'does not work',
		why,
	]);
	return table(['device', 'self-test', 'because'], rows);
}

function modelSection({ models, refused }: ModelsListResult): string {
	const rows = models.map(card => [
		card.name,
		card.family,
		`${(card.bytes / 1e6).toFixed(1)} MB`,
		`${card.defaults.width} × ${card.defaults.height}, ${hears(card, 'steps') ? `${card.defaults.steps} steps` : 'one pass'}`,
		card.licence,
		card.id,
	]);
	const known = models.length > 0 ? table(['model', 'family', 'size', 'by default', 'licence', 'id'], rows) : 'None.';
	if (refused.length === 0) return known;
	const reasons = refused.map(({ file, failure }) => [file, sentence(failure)]);
	return [known, '### Not opened', table(['file', 'because'], reasons)].join('\n\n');
}
