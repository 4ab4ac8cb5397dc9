// The program that the engine's tests start as a child process: one runtime library per process is the rule.
import { probeChild, probeRequest } from '../../sidecar/engine/probe-child.ts';

const request = probeRequest(process.argv.slice(2));
if (request) void probeChild(request);
