// The full-size UNet by itself, in a process of its own for each picture size: build, load, one evaluation, memory.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fullSizeCheckpoint } from './checkpoint.ts';
import type { Figure, Measurement } from './measurements.ts';
import type { UnetReport } from './unet-child.ts';

export const unet: Measurement = {
	name: 'unet',
	async measure() {
		const folder = fullSizeCheckpoint();
		return [...figures(await inChild(folder, 256), 256, 1.4), ...figures(await inChild(folder, 512), 512, 5)];
	},
};

async function inChild(folder: string, side: number): Promise<UnetReport> {
	const child = fork(join(import.meta.dirname, 'unet-child.ts'), [folder, String(side)], {
		execArgv: ['--import', 'tsx'],
	});
	const [report] = (await once(child, 'message')) as [UnetReport];
	return report;
}

function figures(report: UnetReport, side: number, goal: number): Figure[] {
	const model = `SD 1.5 shape, ${side}×${side}`;
	return [
		{
			what: `${model}: graph built`,
			value: report.build,
			unit: 's',
			goal: 0.5,
			method: 'ONNX bytes from configs and headers',
		},
		{
			what: `${model}: session created`,
			value: report.loadCpu,
			unit: 'CPU s',
			goal: 10,
			method: 'process CPU time, all threads',
		},
		{
			what: `${model}: one UNet evaluation`,
			value: report.evaluation,
			unit: 's',
			goal,
			method: 'wall, batch 1, fp32, 2 threads; best of 3 after one',
		},
		{ what: `${model}: the same`, value: report.evaluationCpu, unit: 'CPU s', method: 'process CPU time' },
		{
			what: `${model}: CPU while idle after it`,
			value: report.idleCpu,
			unit: 'CPU s',
			goal: 0.05,
			method: 'process CPU time in one second without work: no thread spins',
		},
		{
			what: `${model}: peak memory of its own`,
			value: report.private,
			unit: 'GB',
			goal: 3.2,
			method: 'highest RssAnon, every 20 ms, of a process that loads and runs the UNet only',
		},
		{
			what: `${model}: the same with the mapped weight file (3.44 GB)`,
			value: report.resident,
			unit: 'GB',
			method: 'VmHWM; the kernel drops mapped pages when others need memory',
		},
	];
}
