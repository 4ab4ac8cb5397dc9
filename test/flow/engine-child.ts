// The program that the engine's tests start as a child process: one runtime library per process is the rule.
import { probeChild, probeRequest } from '../../sidecar/engine/probe-child.ts';
import { failureOf } from '../../sidecar/protocol/failure.ts';
import { cases } from './engine-cases.ts';

const [name, ...rest] = process.argv.slice(2);
const request = probeRequest([name, ...rest]);
if (request) void probeChild(request);
else {
	void cases[name](...rest).then(
		value => process.send?.({ value }, () => process.exit()),
		(error: unknown) => process.send?.({ failure: failureOf(error) }, () => process.exit()),
	);
}
