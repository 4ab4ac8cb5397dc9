// The grammar of choices: `{a|b}`, how many are taken, how they are joined, and `__wildcard__`.

/** Text as it stands, a choice between options, or a line of a wildcard. */
export type Piece = string | Choice | { readonly wildcard: string };

export interface Choice {
	readonly options: readonly Option[];
	/** How many are taken. */
	readonly least: number;
	readonly most: number;
	/** What stands between several; undefined where one is taken, as it stands. */
	readonly joiner: string | undefined;
}

export interface Option {
	readonly weight: number;
	readonly pieces: readonly Piece[];
}

/** Whether there is anything to choose. */
export const hasChoices = (text: string): boolean => readChoices(text).some(piece => typeof piece !== 'string');

/** Choices nested deeper than anyone writes them are text. */
const deepest = 32;

const signs = /\\[^]|[{}|]|__\w(?:[\w\-./ ]{0,98}?[\w\-.])??__|[^\\{}|_]+|[\\_]/g;

/** The pieces of a text. Any text at all is read, in linear time. */
export function readChoices(text: string): readonly Piece[] {
	const top: Open = { options: [[]] };
	const open = [top];
	for (const [sign] of text.matchAll(signs)) {
		const inner = open[open.length - 1];
		if (sign === '{' && open.length <= deepest) open.push({ options: [[]] });
		else if (sign === '|' && inner !== top) inner.options.push([]);
		else if (sign === '}' && inner !== top) {
			open.pop();
			append(open[open.length - 1], ...closed(inner));
		} else append(inner, sign.length > 4 && sign.startsWith('__') ? { wildcard: sign.slice(2, -2) } : sign);
	}
	// Braces that nobody closed are text.
	while (open.length > 1) {
		const { options } = open.pop()!;
		append(open[open.length - 1], '{', ...joined(options));
	}
	return top.options[0];
}

interface Open {
	readonly options: Piece[][];
}

function closed({ options }: Open): Piece[] {
	const [first] = options[0];
	const [prefix, least, most = least, joiner] =
		/^\s*(\d{1,3})(?:-(\d{1,3}))?\$\$(?:([^$]*)\$\$)?/.exec(typeof first === 'string' ? first : '') ?? [];
	if (prefix === undefined && options.length === 1) return ['{', ...options[0], '}'];
	if (prefix === undefined) return [{ options: options.map(weighed), least: 1, most: 1, joiner: undefined }];
	const rest = [(first as string).slice(prefix.length), ...options[0].slice(1)];
	const counts = [Number(least), Number(most)];
	return [
		{
			options: [rest, ...options.slice(1)].map(weighed),
			...{ least: Math.min(...counts), most: Math.max(...counts), joiner: joiner ?? ', ' },
		},
	];
}

/** `0.5::words`. */
function weighed(pieces: readonly Piece[]): Option {
	const [first, ...rest] = pieces;
	const [prefix, weight] = /^\s*(\d{1,6}(?:\.\d{1,6})?)::/.exec(typeof first === 'string' ? first : '') ?? [];
	if (prefix === undefined) return { weight: 1, pieces };
	return { weight: Number(weight), pieces: [(first as string).slice(prefix.length), ...rest] };
}

function joined(options: readonly Piece[][]): Piece[] {
	return options.flatMap((pieces, i): Piece[] => (i === 0 ? pieces : ['|', ...pieces]));
}

/** Neighbouring texts become one. */
function append({ options }: Open, ...pieces: readonly Piece[]): void {
	const last = options[options.length - 1];
	for (const piece of pieces) {
		const before = last.at(-1);
		if (typeof piece === 'string' && typeof before === 'string') last[last.length - 1] = before + piece;
		else last.push(piece);
	}
}
