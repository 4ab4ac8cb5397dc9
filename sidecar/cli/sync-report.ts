// What `limn sync` says: a table for people, and JUnit's XML for machines.
import type { AssetState } from '../protocol/assets.ts';

export interface Report {
	readonly manifest: string;
	readonly outputs: readonly {
		readonly id: string;
		readonly kind: 'picture' | 'sheet' | 'set';
		readonly state: AssetState;
		readonly why: string;
		/** How long it took, where it was made just now. */
		readonly seconds: number | undefined;
	}[];
	readonly leftOver: readonly string[];
	readonly notes: readonly string[];
}

/** A line for everything that was made or is not fine, then the sum. */
export function inWords({ manifest, outputs, leftOver, notes }: Report): string[] {
	const made = outputs.filter(({ seconds }) => seconds !== undefined);
	const wrong = outputs.filter(({ state }) => state !== 'fine');
	const wide = Math.min(60, Math.max(0, ...[...made, ...wrong].map(({ id }) => id.length)));
	const count = (state: AssetState) => outputs.filter(each => each.state === state).length;
	const sum = (['fine', 'missing', 'stale', 'changed'] as const)
		.filter(state => count(state) > 0)
		.map(state => `${count(state)} ${state}`);
	return [
		manifest,
		...made.map(({ id, kind, seconds }) => `  made     ${id.padEnd(wide)}  ${kind}, ${seconds!.toFixed(1)} s`),
		...wrong.map(
			({ id, state, why }) => `  ${state.padEnd(8)} ${id.padEnd(wide)}  ${why}${state === 'changed' ? advice : ''}`,
		),
		...leftOver.map(id => `  left     ${id.padEnd(wide)}  the manifest no longer asks for it; it was not deleted`),
		...notes.map(note => `  note     ${note}`),
		`  ${sum.join(', ')}`,
	];
}

const advice = '; it is left alone (--overwrite makes it anew)';

/** A suite for each manifest, a case for each output; what is not fine has failed. */
export function junit(reports: readonly Report[]): string {
	const suites = reports.map(({ manifest, outputs }) => {
		const failures = outputs.filter(({ state }) => state !== 'fine').length;
		const cases = outputs.map(({ id, kind, state, why, seconds }) => {
			const begin = `    <testcase classname="${escaped(kind)}" name="${escaped(id)}" time="${(seconds ?? 0).toFixed(3)}"`;
			if (state === 'fine') return `${begin}/>`;
			return `${begin}>\n      <failure type="${state}" message="${escaped(`${state}: ${why}`)}"/>\n    </testcase>`;
		});
		const head = `  <testsuite name="${escaped(manifest)}" tests="${outputs.length}" failures="${failures}">`;
		return [head, ...cases, '  </testsuite>'].join('\n');
	});
	return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''].join('\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no place for most control characters, not even escaped. */
function escaped(text: string): string {
	return text.replace(/[&<>"]/g, sign => entities[sign]).replace(/\p{Cc}/gu, ' ');
}
