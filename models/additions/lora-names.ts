// The names of LoRA files: which tensor of which layer each one is, in kohya's words, diffusers' and PEFT's.
import type { Part } from '../family.ts';

/** What a tensor is to its layer. */
export type LoraTensor = 'down' | 'up' | 'mid' | 'alpha';

/** The layer and the kind of a tensor by its name; undefined where it is none of a LoRA. */
export function readName(name: string): { readonly layer: string; readonly kind: LoraTensor } | undefined {
	for (const [pattern, kinds] of spellings) {
		const [, layer, kind, projection] = pattern.exec(name) ?? [];
		if (layer !== undefined && kind !== undefined) {
			const inner = projection === undefined ? layer : `${layer}.${projection === 'to_out' ? 'to_out.0' : projection}`;
			return { layer: inner.replace('.base_model.model.', '.'), kind: kinds[kind] };
		}
	}
	return undefined;
}

const spellings: readonly (readonly [RegExp, Readonly<Record<string, LoraTensor>>])[] = [
	// kohya's, and LoCon's with a convolution in the middle.
	[/^(.+)\.lora_(down|up|mid)\.weight$/, { down: 'down', up: 'up', mid: 'mid' }],
	[/^(.+)\.(alpha)$/, { alpha: 'alpha' }],
	// PEFT's, and diffusers' since 0.22.
	[/^(.+)\.lora_([AB])(?:\.default)?\.weight$/, { A: 'down', B: 'up' }],
	[/^(.+)\.lora(?:_linear_layer)?\.(down|up)\.weight$/, { down: 'down', up: 'up' }],
	// diffusers' first: the layer's own name stands with the processor.
	[/^(.+)\.processor\.(?=\w+\.(down|up)\.weight$)(to_q|to_k|to_v|to_out)_lora\./, { down: 'down', up: 'up' }],
];

/** The names under which LoRA files know the layers of a network: the layer's own name by each. */
export function layersOf({ role, weights }: Part): ReadonlyMap<string, string> {
	const prefixes = prefixesOf[role];
	if (!prefixes) return new Map();
	const own = [...weights]
		.filter(([name, dims]) => /(?<!(token|position)_embedding)\.weight$/.test(name) && dims.length >= 2)
		.map(([name]) => name.slice(0, -'.weight'.length));
	const perLevel = own.filter(name => /^down_blocks\.0\.resnets\.\d+\.conv1$/.test(name)).length + 1;
	const known = new Map<string, string>();
	for (const layer of own) {
		const bare = layer.replace(/^text_model\./, '');
		const spelt = role === 'unet' ? [layer, ldmName(layer, perLevel)] : [bare, `text_model.${bare}`];
		for (const name of spelt) {
			for (const prefix of prefixes.dotted) known.set(`${prefix}${name}`, layer);
			for (const prefix of prefixes.kohya) known.set(`${prefix}${name.replaceAll('.', '_')}`, layer);
		}
	}
	return known;
}

interface Prefixes {
	readonly dotted: readonly string[];
	readonly kohya: readonly string[];
}

const prefixesOf: Readonly<Record<string, Prefixes>> = {
	unet: { dotted: ['unet.', ''], kohya: ['lora_unet_'] },
	'text-encoder': { dotted: ['text_encoder.'], kohya: ['lora_te_', 'lora_te1_'] },
	'text-encoder-2': { dotted: ['text_encoder_2.'], kohya: ['lora_te2_'] },
};

/** LDM's name of a layer of the UNet, as LoRAs for SDXL have it; levels have `perLevel` numbers each. */
function ldmName(layer: string, perLevel: number): string {
	const [, way, level, kind, index, rest] = /^(down|up)_blocks\.(\d+)\.(\w+)\.(\d+)\.(.+)$/.exec(layer) ?? [];
	const [, inMiddle, middle, last] = /^mid_block\.(\w+)\.(\d+)\.(.+)$/.exec(layer) ?? [];
	if (inMiddle !== undefined) {
		return `middle_block.${inMiddle === 'attentions' ? 1 : Number(middle) * 2}.${ldmLayer(last)}`;
	}
	if (way === undefined) return outer[layer] ?? layer;
	if (way === 'down') {
		const block = 1 + Number(level) * perLevel + (kind === 'downsamplers' ? perLevel - 1 : Number(index));
		const place = kind === 'attentions' ? 1 : 0;
		return `input_blocks.${block}.${place}.${kind === 'downsamplers' ? 'op' : ldmLayer(rest)}`;
	}
	const block = Number(level) * perLevel + (kind === 'upsamplers' ? perLevel - 1 : Number(index));
	const places: Readonly<Record<string, number>> = { resnets: 0, attentions: 1, upsamplers: 2 };
	return `output_blocks.${block}.${places[kind]}.${ldmLayer(rest)}`;
}

const ldmLayer = (layer: string): string => inResnets[layer] ?? layer;

const inResnets: Readonly<Record<string, string>> = {
	conv1: 'in_layers.2',
	conv2: 'out_layers.3',
	time_emb_proj: 'emb_layers.1',
	conv_shortcut: 'skip_connection',
};
const outer: Readonly<Record<string, string>> = {
	conv_in: 'input_blocks.0.0',
	conv_out: 'out.2',
	'time_embedding.linear_1': 'time_embed.0',
	'time_embedding.linear_2': 'time_embed.2',
	'add_embedding.linear_1': 'label_emb.0.0',
	'add_embedding.linear_2': 'label_emb.0.2',
};
