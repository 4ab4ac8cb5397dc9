// Limn: Doctor — a report on devices, engine, models and versions, to read and to paste into an issue.
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { env, l10n, ProgressLocation, version, window } from 'vscode';
import { failureOf } from '../../sidecar/protocol/failure.ts';
import type { Limn } from '../limn.ts';
import { reportOf, type Finding, type Findings } from '../report.ts';
import { modelFolders, settingsFor } from '../settings.ts';
import type { Command } from './command.ts';

export const doctor: Command = {
	id: 'limn.doctor',
	async run(limn) {
		const findings = await window.withProgress(
			{
				location: ProgressLocation.Notification,
				cancellable: true,
				title: l10n.t('Limn: testing devices and models'),
			},
			async (_, token) => {
				const stop = new AbortController();
				token.onCancellationRequested(() => stop.abort());
				return gather(limn, stop.signal);
			},
		);
		const report = reportOf(findings);
		await limn.report.show('Limn Doctor', report);
		return { outcome: 'reported', report };
	},
};

async function gather({ engine, version: own }: Limn, signal: AbortSignal): Promise<Findings> {
	// One after the other: a sidecar that cannot start says so once, and not three times at once.
	const started = await attempt(engine.about());
	const devices = await attempt(probe());
	const models = await attempt(engine.models(signal));
	const folders = modelFolders();
	return {
		engine: started,
		devices,
		models,
		facts: [
			['Limn', own],
			['VS Code', `${version}, ${env.appName}`],
			['runs on', env.remoteName === undefined ? l10n.t('this machine') : l10n.t('remote: {0}', env.remoteName)],
			['system', `${platform()} ${release()}, ${arch()}`],
			['processor', `${cpus()[0]?.model.trim() ?? ''}, ${cpus().length} threads`],
			['memory', `${(totalmem() / 2 ** 30).toFixed(1)} GiB`],
			['Node', process.version],
			['process', engine.pid === undefined ? l10n.t('not running') : String(engine.pid)],
			['model folders', folders.length > 0 ? folders.join(', ') : l10n.t('only the built-in model')],
		],
	};

	async function probe() {
		return engine.probe(settingsFor(undefined).device, signal);
	}
}

async function attempt<T>(work: Promise<T>): Promise<Finding<T>> {
	try {
		return { found: await work };
	} catch (error) {
		return { failure: failureOf(error) };
	}
}
