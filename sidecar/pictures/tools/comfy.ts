// ComfyUI: the graph that made the picture, under `prompt` as it was run, or under `workflow` as it was drawn.
import type { Recipe } from '../../protocol/recipe.ts';
import { linked, nodesOf, sourceOf, upstream, type Graph, type Node } from './comfy-graph.ts';
import { samplerNamed, scheduleNamed } from './samplers.ts';
import {
	field,
	imported,
	modelName,
	numberOf,
	seedOf,
	textOf,
	type Said,
	type Settings,
	type Tool,
	type Vocabulary,
} from './tool.ts';

export const comfy: Tool = {
	name: 'ComfyUI',
	read(said) {
		const graph = graphIn(said);
		const sampler = graph && lastSampler(graph);
		if (!graph || !sampler) return undefined;
		const { recipe, ...rest } = imported('ComfyUI', settingsOf(graph, sampler), vocabulary);
		return { ...rest, recipe: { ...recipe, emphasis: 'comfy' } };
	},
};

/** In WebP, EXIF's camera holds them: `Prompt:{…}` and `Workflow:{…}`. */
function graphIn({ text, exif }: Said): Graph | undefined {
	const camera = (key: string) =>
		[exif.make, exif.model].find(said => said?.toLowerCase().startsWith(`${key}:`))?.slice(key.length + 1);
	for (const key of ['prompt', 'workflow']) {
		const graph = nodesOf(text(key) ?? camera(key));
		if (graph) return graph;
	}
	return undefined;
}

const samplers = /^KSampler/;
/** Nodes that save, of a graph that is worth a search. */
const mostEnds = 20;
const isSampler = ({ type }: Node): boolean => samplers.test(type);

/** The sampler whose latents the saved picture came from: the nearest one above a node that saves. */
function lastSampler(graph: Graph): Node | undefined {
	const ends = [...graph.values()].filter(({ type }) => /^(Save|Preview)Image/.test(type));
	for (const end of ends.slice(0, mostEnds)) {
		const found = upstream(graph, end).find(isSampler);
		if (found) return found;
	}
	return [...graph.values()].find(isSampler);
}

/** The settings of a sampler and of what it is fed by, under ComfyUI's own names. */
function settingsOf(graph: Graph, last: Node): Settings {
	const latent = sourceOf(graph, last, 'latent_image');
	const [enlarged] = latent
		? [latent, ...upstream(graph, latent)].filter(({ type }) => /^LatentUpscale/.test(type))
		: [];
	const before = enlarged && upstream(graph, enlarged).find(isSampler);
	const first = before ?? last;
	const found = new Map<string, unknown>();
	const put = (key: string, value: unknown) => value !== undefined && found.set(key, value);
	put('positive', wordsOf(graph, first, 'positive'));
	put('negative', wordsOf(graph, first, 'negative'));
	put('seed', linked(graph, first, 'seed') ?? linked(graph, first, 'noise_seed'));
	for (const key of ['steps', 'cfg', 'sampler_name', 'scheduler']) put(key, linked(graph, first, key));
	const empty = upstream(graph, first).find(({ type }) => /^Empty.*Latent/.test(type));
	if (empty) for (const key of ['width', 'height']) put(key, linked(graph, empty, key));
	if (before) put('second pass', secondPass(graph, last, enlarged, empty));
	const denoise = numberOf(linked(graph, first, 'denoise'));
	if (denoise !== undefined && denoise < 1) put('denoise', denoise);
	for (const node of upstream(graph, first)) {
		if (/^CheckpointLoader/.test(node.type)) put('ckpt_name', linked(graph, node, 'ckpt_name'));
		else if (/^CLIPSetLastLayer/.test(node.type)) put('stop_at_clip_layer', linked(graph, node, 'stop_at_clip_layer'));
		else if (!plainNodes.test(node.type)) put(node.type, named(node));
	}
	return found;
}

/** Nodes whose settings are all read, or that only hand something on. */
const plainNodes =
	/^(CLIPTextEncode|Empty.*Latent|KSampler|VAELoader$|VAEDecode|PrimitiveNode|Primitive|Reroute|Note|LatentUpscale)/;

/** What tells a node from others of its kind: the names and numbers in it. */
function named({ inputs }: Node): string {
	const values = [...inputs].filter(([, value]) => typeof value === 'string' || typeof value === 'number');
	return values.map(([key, value]) => `${key} ${String(value)}`).join(', ') || 'yes';
}

/** The words of the nearest text encoder above a sampler's input. */
function wordsOf(graph: Graph, sampler: Node, key: string): string | undefined {
	const source = sourceOf(graph, sampler, key);
	const encoder = source && [source, ...upstream(graph, source)].find(({ type }) => type.startsWith('CLIPTextEncode'));
	return encoder && textOf(linked(graph, encoder, 'text') ?? linked(graph, encoder, 'text_g'));
}

function secondPass(graph: Graph, last: Node, enlarged: Node, empty: Node | undefined): object {
	const by = numberOf(linked(graph, enlarged, 'scale_by'));
	const [to, from] = [numberOf(linked(graph, enlarged, 'width')), empty && numberOf(linked(graph, empty, 'width'))];
	return {
		scale: by ?? (to !== undefined && from ? to / from : undefined),
		steps: numberOf(linked(graph, last, 'steps')),
		strength: numberOf(linked(graph, last, 'denoise')),
		method: linked(graph, enlarged, 'upscale_method'),
	};
}

const vocabulary: Vocabulary = {
	meanings: {
		positive: value => field('prompt', textOf(value)),
		negative: value => field('negative', textOf(value)),
		seed: seedOf,
		steps: value => field('steps', numberOf(value)),
		cfg: value => field('guidance', numberOf(value)),
		sampler_name: value => field('sampler', samplerNamed(value)),
		scheduler: value => field('schedule', scheduleNamed(value)),
		width: value => field('width', numberOf(value)),
		height: value => field('height', numberOf(value)),
		ckpt_name: modelName,
		// It counts from the end: −1 leaves nothing out.
		stop_at_clip_layer: value => field('clipSkip', -(numberOf(value) ?? NaN)),
		'second pass'(value) {
			const { method, ...hires } = value as Recipe['hires'] & { readonly method: unknown };
			return method === 'bilinear' ? { hires } : undefined;
		},
	},
	about: [],
};
