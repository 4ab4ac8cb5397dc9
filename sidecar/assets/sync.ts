// Makes what a manifest asks for, as far as someone chose: pictures first, then what is made of them; the lock is kept.
import { dirname } from 'node:path';
import type { AssetOutput, AssetParams, AssetsSyncResult } from '../protocol/assets.ts';
import { fail } from '../protocol/failure.ts';
import { lockPath, openLock, readLock, type Lock, type Made } from './lock.ts';
import { makeDerived, makePicture, type Draw, type Result } from './make.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { planOf, type Derived, type Plan, type PlannedPicture } from './plan.ts';

/** What shall be made of all that a manifest asks for. */
export interface Choice {
	/** Whether a sync is about it at all. */
	only(output: AssetOutput): boolean;
	/** Whether it is made anew though it is fine. */
	again(output: AssetOutput): boolean;
	/** Whether it is made anew over what was changed by hand. */
	overwrite(output: AssetOutput): boolean;
}

/**
 * The hash of a manifest's model as it is now; undefined where it is not at hand or not worth reading. Asked only where the
 * lock tells of pictures to compare.
 */
export type ModelHash = (model: string | undefined) => Promise<string | undefined>;

/** What a sync needs of the world, and whom it tells. */
export interface World {
	/** Draws a picture of the manifest's model; undefined means the built-in one. */
	drawer(model: string | undefined): Promise<Draw>;
	readonly modelHash: ModelHash;
	/** An output's turn has come. */
	onAsset(asset: Omit<AssetParams, 'job'>): void;
	readonly signal: AbortSignal;
}

/** What lies at a manifest's path, and how it stands. Throws `cannotRead`, `badRecipe`. */
export async function look(manifest: string, modelHash: ModelHash): Promise<Plan> {
	const asked = await readManifest(manifest);
	const lock = await readLock(lockPath(manifest));
	return await planOf(asked, lock, dirname(manifest), await comparable(asked, lock, modelHash));
}

async function comparable({ model }: Manifest, { made }: Lock, modelHash: ModelHash): Promise<string | undefined> {
	return Object.values(made).some(each => each.model) ? await modelHash(model) : undefined;
}

/** Throws a failure where one output cannot be made; what was made before it is kept, and the lock tells of it. */
export async function syncManifest(manifest: string, choice: Choice, world: World): Promise<AssetsSyncResult> {
	const root = dirname(manifest);
	const asked = await readManifest(manifest);
	const file = await openLock(lockPath(manifest));
	const { lock } = file;
	const model = await comparable(asked, lock, world.modelHash);
	const plan = await planOf(asked, lock, root, model);
	const pictures = plan.pictures.filter(each => isToMake(each, choice));
	const total = pictures.length + plan.derived.filter(each => isToMake(each, choice)).length;
	const seconds = new Map<string, number>();
	const notes: string[] = [];
	const make = async (planned: PlannedPicture | Derived, work: () => Promise<Result>) => {
		if (world.signal.aborted) throw fail({ kind: 'cancelled' });
		world.onAsset({ id: planned.id, number: seconds.size + 1, total: Math.max(total, seconds.size + 1) });
		const began = performance.now();
		const result = await work();
		lock.made[planned.id] = result.made;
		seconds.set(planned.id, (performance.now() - began) / 1000);
		notes.push(...result.notes.map(note => `${planned.id}: ${note}`));
		await file.saveNowAndThen();
	};
	try {
		if (pictures.length > 0) {
			const draw = await world.drawer(asked.model);
			for (const planned of pictures) {
				const overwrite = choice.overwrite(outputOf(planned));
				await make(planned, () => makePicture(planned, owned(lock, planned.id), overwrite, { root, draw }));
			}
		}
		// Sheets and sets are looked at again: what they are made of is there by now.
		for (const derived of (await planOf(asked, lock, root, model)).derived) {
			if (!isToMake(derived, choice)) continue;
			await make(derived, () => makeDerived(derived, lock, choice.overwrite(outputOf(derived)), root));
		}
	} finally {
		if (seconds.size > 0) await file.save();
	}
	const now = await planOf(asked, lock, root, model);
	return {
		outputs: outputsOf(now).map(output => ({ ...output, seconds: seconds.get(output.id) })),
		leftOver: now.leftOver,
		notes,
	};
}

/** What a plan says of everything, for those who only show it. */
export function outputsOf({ pictures, derived }: Plan): AssetOutput[] {
	return [...pictures, ...derived].map(outputOf);
}

function outputOf(planned: PlannedPicture | Derived): AssetOutput {
	const { id, kind, state, why } = planned;
	if (planned.kind !== 'picture') return { id, kind, state, why, asset: undefined };
	const { name, wish, entry } = planned.item;
	return { id, kind, state, why, asset: { name, seed: wish.seed, entry } };
}

/** The lock's own entry; a name such as `constructor` is none. */
const owned = ({ made }: Lock, id: string): Made | undefined => (Object.hasOwn(made, id) ? made[id] : undefined);

function isToMake(planned: PlannedPicture | Derived, choice: Choice): boolean {
	const output = outputOf(planned);
	if (!choice.only(output)) return false;
	if (output.state === 'fine') return choice.again(output);
	return output.state !== 'changed' || choice.overwrite(output);
}
