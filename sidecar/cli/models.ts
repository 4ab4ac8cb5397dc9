// `limn models`: what there is to draw with, and what is there but cannot be opened.
import { hears } from '../protocol/hearing.ts';
import type { ModelCard } from '../protocol/methods.ts';
import { wording } from '../protocol/wording.ts';
import { modelFolders, quiet, withSidecar } from './asking.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit.ts';

export const models: Command = {
	name: 'models',
	summary: 'lists the models that can be used',
	help: `limn models [--json]

Lists the built-in models, and every checkpoint and diffusers folder below the folders of
LIMN_MODELS and where other programs keep theirs, with what each is best run with; then what
looks like a model but cannot be opened, and why.`,
	options: { json: { type: 'boolean' } },
	mostWords: 0,
	async run({ values, terminal, signal }) {
		const asking = { folders: modelFolders([]), ...quiet };
		const list = await withSidecar(asking, sidecar => sidecar.modelsList(signal));
		if (values['json'] === true) {
			terminal.out(JSON.stringify(list, undefined, 2));
			return exitCodes.ok;
		}
		for (const card of list.models) {
			const { id, name, family, licence, bytes } = card;
			terminal.out(`${id}\n  ${name} · ${family} · ${(bytes / 1e6).toFixed(1)} MB · licence: ${licence}`);
			terminal.out(`  ${usual(card)}`);
			if (card.draws !== undefined) terminal.out(`  draws ${card.draws}`);
		}
		for (const { failure } of list.refused) terminal.err(`not usable: ${wording(failure).what}`);
		return exitCodes.ok;
	},
};

/** What the model is best run with, as far as it hears it. */
function usual(card: ModelCard): string {
	const { width, height, steps, guidance, sampler, schedule } = card.defaults;
	const size = `${width}x${height}`;
	if (!hears(card, 'steps')) return `${size}, in one pass, by the ${(card.hears ?? []).join(' and ')} alone`;
	return `${size}, ${steps} steps, guidance ${guidance}, ${sampler}, ${schedule}`;
}
