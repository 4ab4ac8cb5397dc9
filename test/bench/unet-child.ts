// One process of the UNet measurement: loads the network as the sidecar does, runs it, reports, ends.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Part, Run } from '../../models/family.ts';
import { fusedDialect } from '../../models/graph/dialect.ts';
import { torchNoise } from '../../models/noise/torch.ts';
import { stableDiffusion } from '../../models/stable-diffusion/family.ts';
import { float32 } from '../../models/tensor.ts';
import type { Session } from '../../sidecar/engine/session.ts';
import { startEngine } from '../../sidecar/engine/start.ts';
import { atOnce } from '../fixtures/run.ts';
import { openFolder } from '../../sidecar/library/folder.ts';

/** Seconds of wall clock or of CPU time, and gigabytes. */
export interface UnetReport {
	readonly build: number;
	readonly loadCpu: number;
	readonly evaluation: number;
	readonly evaluationCpu: number;
	readonly idleCpu: number;
	/** Memory that is the process's alone, at its highest. */
	readonly private: number;
	/** The same with the mapped pages of the weight file, which the kernel may drop at any time. */
	readonly resident: number;
}

const [folder = '', side = '256'] = process.argv.slice(2);
const never = new AbortController().signal;
const engine = await startEngine('c-api', {});
const model = await stableDiffusion.open(await openFolder(folder), atOnce);

let highest = 0;
const watch = setInterval(() => (highest = Math.max(highest, gigabytes('RssAnon'))), 20);

const times = { build: 0, loadCpu: 0 };
let session: Session | undefined;
const run: Run = async (part, feeds) => {
	// The text encoder is left out, so that the memory is the UNet's alone; random words cost it the same.
	if (part.role === 'text-encoder') return { last_hidden_state: float32(torchNoise(1)(77 * 768), [1, 77, 768]) };
	session ??= await load(part);
	return await session.run(feeds, never);
};

async function load(part: Part): Promise<Session> {
	const start = performance.now();
	const built = await part.build(fusedDialect, atOnce);
	times.build = (performance.now() - start) / 1000;
	const before = process.cpuUsage();
	const opened = await engine.open(built, { device: 'cpu', threads: 2 }, never);
	times.loadCpu = cpuSince(before);
	return opened;
}

const words = await model.encode({ text: 'a lighthouse', emphasis: 'a1111', negative: false }, run);
const [height, width] = [Number(side) / 8, Number(side) / 8];
const x = { data: torchNoise(0)(4 * height * width), channels: 4, height, width };
const evaluations: { wall: number; cpu: number }[] = [];
for (let i = 0; i < 4; i++) {
	const [start, before] = [performance.now(), process.cpuUsage()];
	const out = await model.predict(x, 500, { words, guidance: 1, beside: new Float32Array() }, run);
	if (!out.every(Number.isFinite)) throw new Error('The UNet gave numbers that are not finite.');
	evaluations.push({ wall: (performance.now() - start) / 1000, cpu: cpuSince(before) });
}
const best = evaluations.slice(1).sort((a, b) => a.wall - b.wall)[0] ?? { wall: NaN, cpu: NaN };

clearInterval(watch);
const idle = process.cpuUsage();
await wait(1000);
const report: UnetReport = {
	...times,
	...{ evaluation: best.wall, evaluationCpu: best.cpu, idleCpu: cpuSince(idle) },
	...{ private: highest, resident: gigabytes('VmHWM') },
};
process.send?.(report, () => process.exit(0));

/** A line of the kernel's account of this process, in 10⁹ bytes. */
function gigabytes(line: 'RssAnon' | 'VmHWM'): number {
	const [, kilobytes] = new RegExp(`${line}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	return (Number(kilobytes) * 1024) / 1e9;
}

function cpuSince(before: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1e6;
}
