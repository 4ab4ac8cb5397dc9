// `limn sync`: makes what an asset manifest asks for, and says what is not as it asks.
import { dirname, relative } from 'node:path';
import { findManifests } from '../assets/find.ts';
import { lockPath, openLock, readLock, type Lock, type Made } from '../assets/lock.ts';
import { makeDerived, makePicture, type World } from '../assets/make.ts';
import { readManifest } from '../assets/manifest.ts';
import { planOf, type Derived, type Plan, type PlannedPicture } from '../assets/plan.ts';
import { isLike } from '../assets/sheets/sheet.ts';
import { writeNew } from '../files/write.ts';
import type { Sidecar } from '../client/sidecar.ts';
import { deviceWishes, type DeviceWish } from '../protocol/picture.ts';
import { cardFor, modelFolders, quiet, withSidecar } from './asking.ts';
import type { Command } from './command.ts';
import { exitCodes, exitCodesHelp } from './exit.ts';
import { progressLine } from './progress.ts';
import { inWords, junit, type Report } from './sync-report.ts';
import type { Terminal } from './terminal.ts';
import { bad, oneOf, text } from './values.ts';
import { completed } from './wish.ts';

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
			reports.push(looks ? await look(wish) : await make(wish));
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

async function look({ manifest, only }: Wish): Promise<Report> {
	const lock = await readLock(lockPath(manifest));
	const plan = await planOf(await readManifest(manifest), lock, dirname(manifest));
	return reportOf(manifest, plan, only, new Map(), []);
}

async function make(wish: Wish): Promise<Report> {
	const { manifest, only, overwrite, terminal } = wish;
	const root = dirname(manifest);
	const asked = await readManifest(manifest);
	const file = await openLock(lockPath(manifest));
	const { lock } = file;
	const plan = await planOf(asked, lock, root);
	const pictures = plan.pictures.filter(each => isToMake(each, only, overwrite));
	const made = new Map<string, number>();
	const notes: string[] = [];
	const done = async (id: string, result: { made: Made; notes: readonly string[] }, seconds: number) => {
		lock.made[id] = result.made;
		made.set(id, seconds);
		notes.push(...result.notes.map(note => `${id}: ${note}`));
		await file.saveNowAndThen();
	};
	try {
		if (pictures.length > 0) {
			await withSidecar({ folders: modelFolders([]), ...quiet }, async sidecar => {
				const world: World = { root, draw: await drawer(sidecar, asked.model, wish) };
				for (const [i, planned] of pictures.entries()) {
					terminal.over(`${i + 1}/${pictures.length} ${planned.id}`);
					const began = performance.now();
					const result = await makePicture(planned, owned(lock, planned.id), overwrite, world);
					await done(planned.id, result, (performance.now() - began) / 1000);
				}
			});
		}
		// Sheets and sets are looked at again: what they are made of is there by now.
		for (const derived of (await planOf(asked, lock, root)).derived) {
			if (!isToMake(derived, only, overwrite)) continue;
			terminal.over(derived.id);
			const began = performance.now();
			await done(derived.id, await makeDerived(derived, lock, overwrite, root), (performance.now() - began) / 1000);
		}
	} finally {
		terminal.over('');
		if (made.size > 0) await file.save();
	}
	return reportOf(manifest, await planOf(asked, lock, root), only, made, notes);
}

/** The lock's own entry; a name such as `constructor` is none. */
const owned = ({ made }: Lock, id: string): Made | undefined => (Object.hasOwn(made, id) ? made[id] : undefined);

function isToMake(planned: PlannedPicture | Derived, only: string | undefined, overwrite: boolean): boolean {
	if (only !== undefined && !isLike(nameOf(planned), only)) return false;
	return planned.state === 'missing' || planned.state === 'stale' || (planned.state === 'changed' && overwrite);
}

const nameOf = (planned: PlannedPicture | Derived): string =>
	planned.kind === 'picture' ? planned.item.name : planned.id;

async function drawer(
	sidecar: Sidecar,
	model: string | undefined,
	{ device, terminal, signal }: Wish,
): Promise<World['draw']> {
	const card = await cardFor(sidecar, model, signal);
	return async (wish, format) => {
		const onProgress = (progress: Parameters<typeof progressLine>[0]) =>
			terminal.over(`${wish.prompt}: ${progressLine(progress, 1)}`);
		const events = { onProgress, onPicture: () => {} };
		const recipe = completed({ ...wish, emphasis: 'none' }, card);
		return (await sidecar.generate({ recipe, count: 1, format, device }, events, signal)).pictures[0];
	};
}

function reportOf(
	manifest: string,
	{ pictures, derived, leftOver }: Plan,
	only: string | undefined,
	made: ReadonlyMap<string, number>,
	notes: readonly string[],
): Report {
	const shown = [...pictures, ...derived].filter(planned => only === undefined || isLike(nameOf(planned), only));
	return {
		manifest: relative('.', manifest) || manifest,
		outputs: shown.map(({ id, kind, state, why }) => ({ id, kind, state, why, seconds: made.get(id) })),
		leftOver,
		notes,
	};
}
