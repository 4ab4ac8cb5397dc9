// The doctor's report: what each device and model said, also where the process could not even start.
import assert from 'node:assert/strict';
import { reportOf, type Findings } from '../../extension/report.ts';

const sound: Findings = {
	facts: [['Limn', '0.1.0']],
	engine: { found: { protocol: 1, version: '0.1.0' } },
	devices: {
		found: {
			chosen: 'cpu',
			runtime: { version: '1.30.0', engine: 'c-api' },
			reports: [
				{ device: 'cuda', works: false, why: 'no driver |\nno <b>GPU</b>' },
				{ device: 'cpu', works: true, why: 'its numbers are right' },
			],
		},
	},
	models: {
		found: {
			models: [],
			refused: [{ file: 'old.ckpt', failure: { kind: 'modelRefused', file: 'old.ckpt', why: 'it is a pickle' } }],
		},
	},
};

describe('the doctor’s report', () => {
	function check(findings: Findings, line: string): void {
		assert.ok(reportOf(findings).split('\n').includes(line), reportOf(findings));
	}

	it('marks the device in use', () => check(sound, '| CPU (in use) | works | its numbers are right |'));
	it('gives the reason of one that is not', () =>
		check(sound, '| CUDA | does not work | no driver \\| no \\<b>GPU\\</b> |'));
	it('names the engine', () => check(sound, 'ONNX Runtime 1.30.0, driven by its C API'));
	it('says that there are no models', () => check(sound, 'None.'));
	it('says why a model was not opened', () =>
		check(
			sound,
			'| old.ckpt | Limn does not open old.ckpt: it is a pickle. Choose a Stable Diffusion 1, 2 or XL checkpoint (.safetensors), or the folder of a diffusers model. |',
		));
	it('says what failed in the place where it is missing', () =>
		check(
			{ ...sound, devices: { failure: { kind: 'restricted' } } },
			'**This workspace is not trusted, and Limn starts no process in one that is not. Trust the workspace, then try again.**',
		));
});
