// Reads a CLIP vocabulary from a model's tokenizer folder: vocab.json and merges.txt, or the same inside tokenizer.json.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ModelFolder } from '../family.ts';
import type { ClipVocabulary } from './clip-tokenizer.ts';

/** What the text encoder can take; the vocabulary must fit. */
export interface EncoderLimits {
	readonly tokens: number;
	readonly vocabulary: number;
}

/**
 * The vocabulary under `directory` of the folder. Only words and merges are taken from the files: a regular expression in
 * a tokenizer.json never runs. Throws `modelBroken` with the file and the reason.
 */
export async function readVocabulary(
	folder: ModelFolder,
	directory: string,
	limits: EncoderLimits,
): Promise<ClipVocabulary> {
	const read = (name: string) => readJson(folder, `${directory}/${name}`);
	const { vocab, merges, file } = folder.files.includes(`${directory}/vocab.json`)
		? await fromPair(folder, directory)
		: await fromTokenizerJson(folder, `${directory}/tokenizer.json`);
	const settings = { ...(await read('special_tokens_map.json')), ...(await read('tokenizer_config.json')) };
	const longest = settings.model_max_length;
	const window =
		typeof longest === 'number' && longest >= 3 ? Math.min(Math.floor(longest), limits.tokens) : limits.tokens;
	const named = (field: string, usual: string) => {
		const token = tokenText(settings[field]) ?? usual;
		if (!Object.hasOwn(vocab, token)) throw broken(file, `its vocabulary has no ${JSON.stringify(token.slice(0, 80))}`);
		return token;
	};
	const largest = Object.values(vocab).reduce((most, id) => Math.max(most, id), 0);
	if (largest >= limits.vocabulary) {
		throw broken(file, `it has token number ${largest}, the text encoder knows ${limits.vocabulary}`);
	}
	const end = named('eos_token', '<|endoftext|>');
	return {
		vocab,
		merges,
		window,
		begin: named('bos_token', '<|startoftext|>'),
		end,
		unknown: named('unk_token', end),
		pad: named('pad_token', end),
	};
}

interface Words {
	readonly file: string;
	readonly vocab: Record<string, number>;
	readonly merges: readonly string[];
}

async function fromPair(folder: ModelFolder, directory: string): Promise<Words> {
	const file = `${folder.path}/${directory}/vocab.json`;
	const vocab = asVocab(file, await readJson(folder, `${directory}/vocab.json`));
	const path = `${directory}/merges.txt`;
	if (!folder.files.includes(path)) throw broken(`${folder.path}/${path}`, 'it is missing');
	const lines = (await folder.text(path)).split('\n').map(line => line.trimEnd());
	return { file, vocab, merges: lines.filter((line, i) => line !== '' && !(i === 0 && line.startsWith('#version'))) };
}

async function fromTokenizerJson(folder: ModelFolder, path: string): Promise<Words> {
	const file = `${folder.path}/${path}`;
	if (!folder.files.includes(path)) throw broken(file, 'it is missing, and so is vocab.json');
	const { model, added_tokens: added } = await readJson(folder, path);
	if (!isRecord(model) || model.type !== 'BPE' || !Array.isArray(model.merges))
		throw broken(file, 'it is not a BPE tokenizer');
	const vocab = asVocab(file, model.vocab);
	for (const token of Array.isArray(added) ? added : []) {
		if (isRecord(token) && typeof token.content === 'string') vocab[token.content] = asId(file, token.id);
	}
	return { file, vocab, merges: model.merges.map(pair => (Array.isArray(pair) ? pair.join(' ') : String(pair))) };
}

/** A JSON object; empty where the file is missing. */
async function readJson(folder: ModelFolder, path: string): Promise<Record<string, unknown>> {
	if (!folder.files.includes(path)) return {};
	const file = `${folder.path}/${path}`;
	try {
		const parsed: unknown = JSON.parse(await folder.text(path));
		if (isRecord(parsed)) return parsed;
	} catch (thrown) {
		if (thrown instanceof SyntaxError) throw broken(file, 'it is not JSON');
		throw thrown;
	}
	throw broken(file, 'it is not a JSON object');
}

function asVocab(file: string, value: unknown): Record<string, number> {
	if (!isRecord(value)) throw broken(file, 'it holds no vocabulary');
	return Object.fromEntries(Object.entries(value).map(([token, id]) => [token, asId(file, id)]));
}

function asId(file: string, id: unknown): number {
	if (typeof id === 'number' && Number.isInteger(id) && id >= 0) return id;
	throw broken(file, 'it holds a token without a sound number');
}

/** Special tokens are written as a text or as { content }. */
function tokenText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	return isRecord(value) && typeof value.content === 'string' ? value.content : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const broken = (file: string, why: string) => fail({ kind: 'modelBroken', file, why });
