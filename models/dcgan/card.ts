// The card of a DCGAN: its name and what it draws by `NAME.limn.json` beside it, its size by its layers.
import { z } from 'zod';
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelCard } from '../../sidecar/protocol/methods.ts';
import type { ModelFolder, WeightFile } from '../family.ts';
import { parseJson } from '../json.ts';
import { limnFile } from './folder.ts';
import { sideOf, type Layer } from './layers.ts';

const text = z.string().max(200);
/** What `NAME.limn.json` may say; every field is optional. */
const LimnFile = z.object({ name: text.optional(), licence: text.optional(), draws: text.optional() });

/** Fields of a recipe that no model of this family hears, as they stand in one. */
const unheard = { negative: '', steps: 1, guidance: 1, sampler: 'euler', schedule: 'leading' } as const;

export async function cardOf(
	folder: ModelFolder,
	{ tensors }: WeightFile,
	layers: readonly Layer[],
): Promise<ModelCard> {
	const { name, licence, draws } = await readLimnFile(folder);
	const side = sideOf(layers);
	return {
		id: folder.path,
		name: name ?? folder.path.replace(/^.*[\\/]/, '').replace(/\.safetensors$/i, ''),
		family: 'dcgan',
		licence: licence ?? 'unknown',
		builtIn: false,
		bytes: [...tensors.values()].reduce((sum, { length }) => sum + length, 0),
		defaults: { ...unheard, model: folder.path, width: side, height: side },
		hears: ['seed', 'variation'],
		...(draws === undefined ? {} : { draws }),
	};
}

async function readLimnFile(folder: ModelFolder): Promise<z.infer<typeof LimnFile>> {
	const file = folder.path.replace(/\.safetensors$/i, '.limn.json');
	const broken = (why: string) => fail({ kind: 'modelBroken', file, why });
	const said = LimnFile.safeParse(parseJson(await folder.text(limnFile), broken));
	if (said.success) return said.data;
	throw broken(`its ${said.error.issues[0].path.join('.')}: ${said.error.issues[0].message}`);
}
