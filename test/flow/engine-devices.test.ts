// Devices proved by real child processes on the real runtime library.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { devicesOf } from '../../sidecar/engine/devices.ts';
import { runtimeLibrary } from '../../sidecar/engine/locate.ts';
import type { FailureError } from '../../sidecar/protocol/failure.ts';

const entry = 'test/flow/engine-child.ts';
const silent = () => undefined;

describe('devices', function () {
	this.timeout(120_000);
	const here = devicesOf(entry, text => assert.doesNotMatch(text, /safe mode/i));

	it('auto finds one that works and keeps the reason of every device before it', async () => {
		const { chosen, reports } = await here.probe('auto');
		const order = ['cuda', 'webgpu', 'dml', 'coreml', 'cpu'];
		assert.deepEqual(
			reports.map(({ device }) => device),
			order.slice(0, reports.length),
		);
		assert.deepEqual(
			reports.map(({ works }) => works),
			reports.map(({ device }) => device === chosen),
		);
		assert.ok(reports.every(({ why }) => why.length > 5));
	});

	it('the processor works, with fused operators, driven by the C API', async () => {
		assert.deepEqual(await here.probe('cpu'), {
			chosen: 'cpu',
			reports: [{ device: 'cpu', works: true, why: 'its numbers are right' }],
		});
		assert.deepEqual(await here.choose('cpu'), { device: 'cpu', dialect: { fused: true, compute: 'float32' } });
		assert.equal(await here.engineKind(), 'c-api');
	});

	it('CUDA without its libraries: the reason names the library that the loader missed', async function () {
		if (process.platform !== 'linux' || process.arch !== 'x64') return this.skip();
		const provider = path.join(path.dirname(await runtimeLibrary(process.env)), 'libonnxruntime_providers_cuda.so');
		if (existsSync(provider)) return this.skip();
		const { chosen, reports } = await here.probe('cuda');
		assert.equal(chosen, undefined);
		assert.match(reports[0].why, /^libonnxruntime_providers_\w+\.so is missing$/);
	});

	it('a device of another system: says where it exists, and choosing it is a Failure with the reason', async () => {
		const [foreign, why] =
			process.platform === 'win32'
				? (['coreml', 'Core ML exists on macOS only'] as const)
				: (['dml', 'DirectML exists on Windows only'] as const);
		const reports = [{ device: foreign, works: false, why }];
		assert.deepEqual(await here.probe(foreign), { reports });
		await assert.rejects(here.choose(foreign), (error: FailureError) => {
			assert.deepEqual(error.failure, { kind: 'noDevice', wish: foreign, reasons: [{ device: foreign, why }] });
			return true;
		});
	});

	it('a crash of the child is a reason, not ours: safe mode is entered, and logged', async () => {
		const said: string[] = [];
		const broken = devicesOf('test/flow/engine-crash.ts', text => said.push(text));
		assert.equal(await broken.engineKind(), 'binding');
		const { chosen, reports } = await broken.probe('cpu');
		assert.equal(chosen, undefined);
		assert.match(reports[0].why, /^its self-test crashed \(.+\)$/);
		assert.equal(said.length, 1);
		assert.match(said[0], /^Safe mode: .* crashed/);
	});

	it('a runtime library that is none: the Failure itself, whatever was wished', async () => {
		process.env['LIMN_ORT_LIBRARY'] = path.resolve('package.json');
		try {
			const misled = devicesOf(entry, silent);
			for (const wish of ['cpu', 'cuda'] as const) {
				await assert.rejects(misled.probe(wish), (error: FailureError) => {
					assert.equal(error.failure.kind, 'runtimeMismatch');
					return true;
				});
			}
		} finally {
			delete process.env['LIMN_ORT_LIBRARY'];
		}
	});
});
