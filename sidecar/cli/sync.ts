// `limn sync`: makes what an asset manifest asks for, and says what is not as it asks.
import { relative } from 'node:path';
import { findManifests } from '../assets/find.ts';
import type { Draw } from '../assets/make.ts';
import { assetRecipe } from '../assets/recipe.ts';
import { isLike } from '../assets/sheets/sheet.ts';
import { look, outputsOf, syncManifest } from '../assets/sync.ts';
import { writeNew } from '../files/write.ts';
import type { Sidecar } from '../client/sidecar.ts';
import type { AssetOutput, AssetsSyncResult } from '../protocol/assets.ts';
import { failureOf } from '../protocol/failure.ts';
import { deviceWishes, type DeviceWish } from '../protocol/picture.ts';
import { cardFor, modelFolders, quiet, withSidecar } from './asking.ts';
import type { Command } from './command.ts';
import { exitCodes, exitCodesHelp } from './exit.ts';
import { progressLine } from './progress.ts';
import { inWords, junit, type Report } from './sync-report.ts';
import type { Terminal } from './terminal.ts';
import { bad, oneOf, text } from './values.ts';

export const sync: Command = {
	name: 'sync',
	summary: 'makes the assets that a manifest (*.limn.json) asks for',
	help: `limn sync [PATH] [options]

  PATH                a manifest, or a folder to look for manifests in (the current one)
  --check             makes nothing; exits with 1 unless everything is as the manifest asks
  --dry-run           makes nothing; says what would be made
  --only PATTERN      only assets, sheets and sets of this name (* stands for any letters)
  --overwrite         also make anew what was changed by hand, over the changed files
  --device NAME       auto, cuda, webgpu, dml, coreml, cpu
  --json              the report in JSON
  --junit FILE        the report as JUnit's XML, too; never over a file that exists

What is missing, or asked for in another way than before, is made; what was changed by hand is
left alone and told of. NAME.limn.lock.json, beside the manifest, tells how everything was made:
put it into version control. Everything lies in the manifest's folder.

${exitCodesHelp}`,
	options: {
		check: { type: 'boolean' },
		'dry-run': { type: 'boolean' },
		only: { type: 'string' },
		overwrite: { type: 'boolean' },
		device: { type: 'string' },
		json: { type: 'boolean' },
		junit: { type: 'string' },
	},
	mostWords: 1,
	async run({ values, words, terminal, signal }) {
		const path = words[0] ?? '.';
		const device = oneOf(values, 'device', deviceWishes) ?? 'auto';
		const only = text(values, 'only');
		const looks = values['check'] === true || values['dry-run'] === true;
		const manifests = await findManifests(path);
		if (manifests.length === 0) throw bad('path', `“${path}” holds no manifest (*.limn.json)`);
		const reports: Report[] = [];
		for (const manifest of manifests) {
			const wish = { manifest, only, overwrite: values['overwrite'] === true, device, terminal, signal };
			reports.push(looks ? await check(wish) : await make(wish));
		}
		const xml = text(values, 'junit');
		if (xml !== undefined) await writeNew(xml, new TextEncoder().encode(junit(reports)));
		if (values['json'] === true) terminal.out(JSON.stringify({ manifests: reports }, undefined, 2));
		else for (const report of reports) for (const line of inWords(report)) terminal.out(line);
		const fine = reports.every(({ outputs }) => outputs.every(({ state }) => state === 'fine'));
		return values['check'] === true && !fine ? exitCodes.failure : exitCodes.ok;
	},
};

interface Wish {
	readonly manifest: string;
	readonly only: string | undefined;
	readonly overwrite: boolean;
	readonly device: DeviceWish;
	readonly terminal: Terminal;
	readonly signal: AbortSignal;
}

async function check({ manifest, only, signal }: Wish): Promise<Report> {
	const notes: string[] = [];
	const plan = await withSidecar({ folders: modelFolders([]), ...quiet }, sidecar =>
		look(manifest, model => hashNow(sidecar, model, signal, notes)),
	);
	const outputs = outputsOf(plan).map(output => ({ ...output, seconds: undefined }));
	return reportOf(manifest, only, { outputs, leftOver: plan.leftOver, notes });
}

/** The model's hash; where it is not at hand, a note says that nothing was compared. */
async function hashNow(
	sidecar: Sidecar,
	model: string | undefined,
	signal: AbortSignal,
	notes: string[],
): Promise<string | undefined> {
	try {
		const { id } = await cardFor(sidecar, model, signal);
		return (await sidecar.modelHash({ model: id }, signal)).hash;
	} catch (error) {
		const failure = failureOf(error);
		if (failure.kind !== 'modelMissing') throw error;
		notes.push(
			`the model ${model ?? ''} is not at hand; whether it is still the one that the lock tells of is not known`,
		);
		return undefined;
	}
}

async function make(wish: Wish): Promise<Report> {
	const { manifest, only, overwrite, terminal, signal } = wish;
	const choice = {
		only: (output: AssetOutput) => isMeant(output, only),
		again: () => false,
		overwrite: () => overwrite,
	};
	const notes: string[] = [];
	try {
		const done = await withSidecar({ folders: modelFolders([]), ...quiet }, sidecar =>
			syncManifest(manifest, choice, {
				drawer: model => drawer(sidecar, model, wish),
				modelHash: model => hashNow(sidecar, model, signal, notes),
				onAsset: ({ id, number, total }) => terminal.over(`${number}/${total} ${id}`),
				signal,
			}),
		);
		return reportOf(manifest, only, { ...done, notes: [...notes, ...done.notes] });
	} finally {
		terminal.over('');
	}
}

const isMeant = ({ asset, id }: AssetOutput, only: string | undefined): boolean =>
	only === undefined || isLike(asset?.name ?? id, only);

async function drawer(sidecar: Sidecar, model: string | undefined, { device, terminal, signal }: Wish): Promise<Draw> {
	const card = await cardFor(sidecar, model, signal);
	return async (wish, format) => {
		const onProgress = (progress: Parameters<typeof progressLine>[0]) =>
			terminal.over(`${wish.prompt}: ${progressLine(progress, 1)}`);
		const events = { onProgress, onPicture: () => {} };
		const order = { recipe: assetRecipe(wish, card), count: 1, format, device };
		return (await sidecar.generate(order, events, signal)).pictures[0];
	};
}

function reportOf(manifest: string, only: string | undefined, { outputs, leftOver, notes }: AssetsSyncResult): Report {
	return {
		manifest: relative('.', manifest) || manifest,
		outputs: outputs
			.filter(output => isMeant(output, only))
			.map(({ id, kind, state, why, seconds }) => ({ id, kind, state, why, seconds })),
		leftOver,
		notes,
	};
}
