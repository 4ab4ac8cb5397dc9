// The processes below one process, as Linux tells of them.
import { readFileSync, readdirSync } from 'node:fs';

/** The ids of all running descendants of `ancestor` whose command line contains `words`. */
export function descendants(ancestor: number, words: string): readonly number[] {
	const running = readdirSync('/proc')
		.filter(name => /^\d+$/.test(name))
		.map(Number)
		.flatMap(id => describe(id));
	const below = (id: number): number[] =>
		running.filter(({ parent }) => parent === id).flatMap(child => [child.id, ...below(child.id)]);
	const inside = new Set(below(ancestor));
	return running.filter(({ id, command }) => inside.has(id) && command.includes(words)).map(({ id }) => id);
}

function describe(id: number): { id: number; parent: number; command: string }[] {
	try {
		const status = readFileSync(`/proc/${id}/stat`, 'latin1');
		const [state, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
		const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
		return state === 'Z' ? [] : [{ id, parent: Number(parent), command }];
	} catch {
		// It ended while we looked.
		return [];
	}
}
