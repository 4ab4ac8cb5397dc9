// ComfyUI's graphs: nodes with inputs that are values or links, in its two ways of writing them.
import { objectIn, settingsOf, textOf, type Settings } from './tool.ts';

export interface Node {
	readonly type: string;
	/** By name: a value, or a link `[node, slot]`. */
	readonly inputs: Settings;
}

export type Graph = ReadonlyMap<string, Node>;

/** Nodes of the largest graph that is read. */
const mostNodes = 10_000;
/** How far a value may be handed on. */
const longestWay = 20;

/** The graph in a text, whichever way it is written; undefined where there is none. */
export function nodesOf(text: string | undefined): Graph | undefined {
	const json = objectIn(text);
	if (!json) return undefined;
	const nodes = Array.isArray(json.get('nodes')) ? drawn(json) : run(json);
	return nodes.size > 0 && nodes.size <= mostNodes ? nodes : undefined;
}

/** As it was run: `{ id: { class_type, inputs } }`. */
function run(json: Settings): Graph {
	const nodes = new Map<string, Node>();
	for (const [id, value] of json) {
		const node = settingsOf(value);
		const [type, inputs] = [textOf(node?.get('class_type')), settingsOf(node?.get('inputs'))];
		if (type !== undefined && inputs) nodes.set(id, { type, inputs });
	}
	return nodes;
}

/** The values of a drawn node stand in the order of its widgets; only the kinds that are read are known by name. */
const widgets: Readonly<Record<string, readonly string[]>> = {
	KSampler: ['seed', 'after', 'steps', 'cfg', 'sampler_name', 'scheduler', 'denoise'],
	KSamplerAdvanced: ['add_noise', 'noise_seed', 'after', 'steps', 'cfg', 'sampler_name', 'scheduler'],
	CLIPTextEncode: ['text'],
	EmptyLatentImage: ['width', 'height', 'batch_size'],
	CheckpointLoaderSimple: ['ckpt_name'],
	CLIPSetLastLayer: ['stop_at_clip_layer'],
	LoraLoader: ['lora_name', 'strength_model', 'strength_clip'],
	LatentUpscale: ['upscale_method', 'width', 'height', 'crop'],
	LatentUpscaleBy: ['upscale_method', 'scale_by'],
};

/** As it was drawn: `{ nodes: [{ id, type, inputs: [{ name, link }], widgets_values }], links: [[link, node, slot, …]] }`. */
function drawn(json: Settings): Graph {
	const links = new Map<unknown, unknown>();
	for (const link of listOf(json.get('links'))) {
		const [id, node, slot] = listOf(link);
		links.set(id, [String(node), slot]);
	}
	const nodes = new Map<string, Node>();
	for (const each of listOf(json.get('nodes'))) {
		const node = settingsOf(each);
		const type = textOf(node?.get('type'));
		if (!node || type === undefined) continue;
		const inputs = new Map<string, unknown>();
		const names = Object.hasOwn(widgets, type) ? widgets[type] : ['value'];
		listOf(node.get('widgets_values')).forEach((value, i) => names[i] !== undefined && inputs.set(names[i], value));
		for (const input of listOf(node.get('inputs'))) {
			const [name, link] = ['name', 'link'].map(key => settingsOf(input)?.get(key));
			if (typeof name === 'string' && links.has(link)) inputs.set(name, links.get(link));
		}
		nodes.set(String(node.get('id')), { type, inputs });
	}
	return nodes;
}

/** The node that an input is linked to. */
export function sourceOf(graph: Graph, { inputs }: Node, key: string): Node | undefined {
	const value = inputs.get(key);
	return isLink(value) ? graph.get(String(value[0])) : undefined;
}

/** An input's value, followed through nodes that hold nothing but a value. */
export function linked(graph: Graph, node: Node, key: string): unknown {
	let value = node.inputs.get(key);
	for (let way = 0; isLink(value) && way < longestWay; way++) {
		const source = graph.get(String(value[0]));
		const held = [key, 'value', 'text', 'string', 'seed', 'int', 'float'].find(name => source?.inputs.has(name));
		value = held === undefined ? undefined : source!.inputs.get(held);
	}
	return isLink(value) ? undefined : value;
}

/** Every node above one, the nearest first, each once. */
export function upstream(graph: Graph, from: Node): Node[] {
	const seen = new Set<Node>([from]);
	for (const node of seen) {
		for (const key of node.inputs.keys()) {
			const source = sourceOf(graph, node, key);
			if (source) seen.add(source);
		}
	}
	return [...seen].slice(1);
}

const isLink = (value: unknown): value is [string | number, number] =>
	Array.isArray(value) &&
	value.length === 2 &&
	['string', 'number'].includes(typeof value[0]) &&
	typeof value[1] === 'number';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
