// `limn doctor`: what works on this machine and what does not, with the reasons.
import { cpus, release, totalmem } from 'node:os';
import type { DeviceProbeResult, InitializeResult, ModelsListResult } from '../protocol/methods.ts';
import { wording } from '../protocol/wording.ts';
import { modelFolders, quiet, withSidecar } from './asking.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit.ts';

export const doctor: Command = {
	name: 'doctor',
	summary: 'says which devices and models work, and why the others do not',
	help: `limn doctor [--json]

Shows versions, the machine, every device with the result of its self-test, and the models.
Exits with 1 when no device works or no model opens.`,
	options: { json: { type: 'boolean' } },
	mostWords: 0,
	async run({ values, terminal, signal }) {
		const folders = modelFolders([]);
		const report = await withSidecar({ folders, ...quiet }, async sidecar => ({
			limn: await sidecar.initialize(),
			machine: thisMachine(),
			devices: await sidecar.deviceProbe({ wish: 'auto' }, signal),
			folders,
			found: await sidecar.modelsList(signal),
		}));
		if (values['json'] === true) terminal.out(JSON.stringify(report, undefined, 2));
		else for (const line of inWords(report)) terminal.out(line);
		const healthy = report.devices.chosen !== undefined && report.found.models.length > 0;
		return healthy ? exitCodes.ok : exitCodes.failure;
	},
};

interface Report {
	readonly limn: InitializeResult;
	readonly machine: Machine;
	readonly devices: DeviceProbeResult;
	readonly folders: readonly string[];
	readonly found: ModelsListResult;
}

/** The machine as a report names it. */
export interface Machine {
	readonly platform: string;
	readonly processor: string;
	readonly cores: number;
	/** Bytes. */
	readonly memory: number;
	readonly node: string;
}

export function thisMachine(): Machine {
	return {
		platform: `${process.platform}-${process.arch} ${release()}`,
		processor: cpus()[0]?.model.trim() ?? 'unknown',
		cores: cpus().length,
		memory: totalmem(),
		node: process.version,
	};
}

function inWords({ limn, machine, devices, folders, found }: Report): string[] {
	const { processor, cores, memory, platform, node } = machine;
	return [
		`Limn ${limn.version} · ONNX Runtime ${devices.runtime.version} (${devices.runtime.engine}) · Node ${node}`,
		`${platform} · ${processor}, ${cores} cores, ${(memory / 2 ** 30).toFixed(1)} GiB`,
		'',
		'Devices',
		...devices.reports.map(({ device, works, why }) => `  ${works ? '✓' : '✗'} ${device.padEnd(7)} ${why}`),
		devices.chosen ? `  in use: ${devices.chosen}` : '  none works',
		'',
		`Models (built in${folders.length > 0 ? `, and below ${folders.join(', ')}` : '; LIMN_MODELS names no folder'})`,
		...found.models.map(({ id, name }) => `  ✓ ${name}${id === name ? '' : ` (${id})`}`),
		...found.refused.map(({ failure }) => `  ✗ ${wording(failure).what}`),
	];
}
