// Stable Diffusion 1.5 at full size with random weights, written once into the system's temporary folder.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sd15 } from '../fixtures/architectures.ts';
import { writeCheckpoint } from '../fixtures/random-checkpoint.ts';

/** The folder of the checkpoint: 4.3 GB of float32 on disk, the same bytes on every machine. */
export function fullSizeCheckpoint(): string {
	const folder = join(tmpdir(), 'limn-bench-sd15-float32');
	if (existsSync(folder)) return folder;
	const unfinished = `${folder}.part`;
	rmSync(unfinished, { recursive: true, force: true });
	writeCheckpoint(unfinished, sd15, { seed: 1, type: 'float32', oldNames: false });
	renameSync(unfinished, folder);
	return folder;
}
