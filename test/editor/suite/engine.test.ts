// The process behind the editor: the doctor's report, restart, and going on after it was killed.
import assert from 'node:assert/strict';
import { window, TabInputWebview } from 'vscode';
import { closeAll, draw, open, placed, run, until } from './editor.ts';

async function report(): Promise<string> {
	const outcome = await run('limn.doctor');
	assert.equal(outcome.outcome, 'reported');
	return (outcome as Extract<typeof outcome, { outcome: 'reported' }>).report;
}

async function processId(): Promise<number> {
	return Number(/\| process \| (\d+) \|/.exec(await report())?.[1]);
}

describe('the doctor', () => {
	after(closeAll);

	it('tells what runs, on which devices, with which models', async () => {
		const text = await report();
		assert.match(text, /\| Limn \| \d+\.\d+\.\d+ \|/);
		assert.match(text, /ONNX Runtime \d+\.\d+\.\d+, driven by (its C API|onnxruntime-node \(safe mode\))/);
		assert.match(text, /\| CPU( \(in use\))? \| works \|/);
		assert.match(text, /## Models\n\n\| model \| family .*\n.*\n\| \S/);
	});

	it('shows it in a tab', () =>
		until('the tab', () => window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => /Doctor/.test(label))));
});

describe('the process', () => {
	before(() => open('|'));
	after(closeAll);

	it('is another one after a restart', async () => {
		const before = await processId();
		await run('limn.restartSidecar');
		assert.notEqual(await processId(), before);
	});

	it('may be killed: the next picture starts another', async () => {
		const before = await processId();
		process.kill(before, 'SIGKILL');
		await open('|');
		// The first answer may be that it died, when the news of it had not come yet.
		const first = await draw('a red star');
		if (first.outcome !== 'placed') placed(await draw('a red star'));
		assert.notEqual(await processId(), before);
	});
});

describe('the Studio', () => {
	after(closeAll);

	it('opens in one tab, however often it is asked for', async () => {
		await run('limn.openStudio');
		await run('limn.openStudio');
		const studios = () =>
			window.tabGroups.all
				.flatMap(({ tabs }) => tabs)
				.filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('limn.studio'));
		await until('the tab', () => studios().length > 0);
		assert.equal(studios().length, 1);
	});
});
