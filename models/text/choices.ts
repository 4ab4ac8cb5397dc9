// Words that a seed chooses: `{red|green}` and `__wildcard__`, as sd-dynamic-prompts writes them.
import { fail } from '../../sidecar/protocol/failure.ts';
import { readChoices, type Choice, type Option, type Piece } from './choice-grammar.ts';

export interface Chooser {
	/** The next number in [0, 1). */
	random(): number;
	/** The lines of a wildcard; undefined where there is none of this name. */
	wildcard(name: string): Promise<readonly string[] | undefined>;
}

export interface Chosen {
	readonly text: string;
	/** Wildcards that nobody knows: they stand in the text as they were written. */
	readonly unknown: readonly string[];
}

/** Characters of the longest text that choices may make. */
const longest = 20_000;
/** How deep wildcards may lead to each other, and how many choices one prompt may take. */
const deepest = 20;
const most = 5000;

/**
 * Makes every choice of `template`, from left to right: `{a|b}` takes one, `{2$$a|b|c}` two, `{1-3$$ and $$a|b|c}` one to three
 * joined by “ and ”, `{3::a|b}` takes a three times as often, `__name__` takes a line of that wildcard, and what is taken may
 * hold choices of its own. Braces without a bar, and those behind a backslash, are text. Throws `badRecipe` where wildcards
 * lead to each other without end, or make more text than a recipe holds.
 */
export async function choose(template: string, chooser: Chooser): Promise<Chosen> {
	const unknown = new Set<string>();
	let choices = 0;
	let length = 0;

	const textOf = async (pieces: readonly Piece[], depth: number): Promise<string> => {
		let text = '';
		for (const piece of pieces) text += await one(piece, depth);
		return text;
	};
	const one = async (piece: Piece, depth: number): Promise<string> => {
		if (typeof piece === 'string') return measured(piece);
		if (++choices > most || depth > deepest) throw endless();
		return 'options' in piece ? await several(piece, depth) : await line(piece.wildcard, depth);
	};
	const several = async (choice: Choice, depth: number): Promise<string> => {
		const taken: string[] = [];
		for (const option of take(choice, chooser)) taken.push(await textOf(option.pieces, depth));
		return choice.joiner === undefined ? taken.join('') : taken.map(text => text.trim()).join(choice.joiner);
	};
	const line = async (name: string, depth: number): Promise<string> => {
		const lines = await chooser.wildcard(name);
		if (lines?.length) return await textOf(readChoices(lines[Math.floor(chooser.random() * lines.length)]), depth + 1);
		unknown.add(name);
		return measured(`__${name}__`);
	};
	const measured = (text: string): string => {
		length += text.length;
		if (length > longest) throw tooLong();
		return text;
	};
	return { text: await textOf(readChoices(template), 0), unknown: [...unknown] };
}

/** As many of the options as asked for, each at most once, heavier ones more often. */
function take({ options, least, most }: Choice, { random }: Chooser): Option[] {
	const left = [...options];
	const taken: Option[] = [];
	const wanted = least === most ? least : least + Math.floor(random() * (most - least + 1));
	while (taken.length < wanted && left.length > 0) {
		let at = random() * left.reduce((sum, { weight }) => sum + weight, 0);
		const found = left.findIndex(({ weight }) => (at -= weight) < 0);
		taken.push(...left.splice(found < 0 ? left.length - 1 : found, 1));
	}
	return taken;
}

const endless = () =>
	fail({ kind: 'badRecipe', field: 'words', why: 'hold wildcards that lead to each other without end' });

const tooLong = () =>
	fail({ kind: 'badRecipe', field: 'words', why: `become longer than ${longest.toLocaleString('en')} characters` });
