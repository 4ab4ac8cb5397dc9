// Tells a graphics adapter that is only a program on the processor, by the traces its driver leaves in this process.
import { readdir, readFile } from 'node:fs/promises';

/** Each draws on threads of its own naming, which exist only once a device has been made on it. */
const programs = [
	{ name: 'SwiftShader', library: /swiftshader/i, thread: /^Thread<\d+>$/ },
	{ name: 'lavapipe', library: /lavapipe|vulkan_lvp/i, thread: /^llvmpipe-\d+$/ },
];

/**
 * The software adapter that this process has made a device on; undefined where there is none, and on systems that do not
 * show a process its threads (all but Linux), whose drivers are hardware's.
 */
export async function softwareAdapter(): Promise<string | undefined> {
	if (process.platform !== 'linux') return undefined;
	const threads = await readdir('/proc/self/task');
	// A thread may end between the listing and the reading.
	const names = await Promise.all(threads.map(id => readFile(`/proc/self/task/${id}/comm`, 'utf8').catch(() => '')));
	const libraries = await readFile('/proc/self/maps', 'utf8');
	return programs.find(({ library, thread }) => library.test(libraries) && names.some(name => thread.test(name.trim())))
		?.name;
}
