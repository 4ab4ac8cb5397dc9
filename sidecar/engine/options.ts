// How every session is set up, whichever engine opens it.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Session configuration entries by the names of onnxruntime_session_options_config_keys.h. */
export type SessionConfig = Readonly<Record<string, string>>;

/** Makes a graph fail to load when any of its nodes would run on the processor instead of the device. */
export const deviceOnly: SessionConfig = { 'session.disable_cpu_ep_fallback': '1' };

/** The entries for a network whose weights lie in `directory`. */
export function configFor(directory: string): SessionConfig {
	return {
		'session.model_external_initializers_file_folder_path': directory,
		// Spinning threads gain little on an idle machine and cost several times the run on a busy one.
		'session.intra_op.allow_spinning': '0',
		'session.inter_op.allow_spinning': '0',
	};
}

/** Weight files above this many bytes are used where they lie; smaller ones are worth a copy in the processor's own layout. */
const largestCopied = 1e9;

/**
 * How far a network on the processor is optimised. `all` copies the convolutions' weights into a blocked layout: measured
 * on two AVX-512 cores it saves 14 % of a decoder's run and 4 to 8 % of a full-size UNet's, whose load it makes 5 times as
 * long (7.9 against 1.7 CPU seconds) with 3.4 GB of private memory instead of 1.3; `extended` leaves those to the file.
 */
export async function optimisation(directory: string): Promise<'extended' | 'all'> {
	// A folder that cannot be read is the load's to report, by the file that it misses.
	const names = await readdir(directory).catch(() => []);
	const sizes = await Promise.all(
		names.map(name =>
			stat(path.join(directory, name)).then(
				({ size }) => size,
				() => 0,
			),
		),
	);
	return sizes.some(size => size > largestCopied) ? 'extended' : 'all';
}
