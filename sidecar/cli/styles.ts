// Named styles of A1111's styles.csv: words round a prompt, kept under a name.
import { readWhole } from '../files/read.ts';
import { bad } from './values.ts';

/** Words that a style adds; `{prompt}` stands for what it is added to. */
export interface Style {
	readonly name: string;
	readonly prompt: string;
	readonly negative: string;
}

/** Bytes of the longest file of styles. */
const longestFile = 4 << 20;

/** The styles of the file that `asked` names, in the order asked for: one name, or several between commas. */
export async function readStyles(asked: string, file: string | undefined): Promise<readonly Style[]> {
	if (file === undefined) throw bad('style', 'needs a file: name it with --styles, or in LIMN_STYLES');
	const styles = stylesOf(new TextDecoder().decode(await readWhole(file, longestFile)));
	const named = (name: string) => styles.find(style => style.name === name);
	const whole = named(asked.trim());
	if (whole) return [whole];
	return asked.split(',').map(name => {
		const style = named(name.trim());
		if (style) return style;
		const known = styles.slice(0, 20).map(({ name }) => `“${name}”`);
		throw bad('style', `“${name.trim()}” is not in ${file}, which has ${known.join(', ') || 'none'}`);
	});
}

/** `words` in a style: in place of its `{prompt}`, or before its words. */
export function styled(words: string, style: string): string {
	if (style.includes('{prompt}')) return style.replaceAll('{prompt}', () => words);
	return [words, style]
		.map(part => part.trim())
		.filter(part => part !== '')
		.join(', ');
}

/** Reads `name,prompt,negative_prompt`; the first line names the columns, and older files call the second one `text`. */
export function stylesOf(csv: string): readonly Style[] {
	const [header = [], ...rows] = rowsOf(csv.replace(/^\ufeff/, ''));
	const column = (...names: readonly string[]) => header.findIndex(title => names.includes(title.trim()));
	const [name, prompt, negative] = [column('name'), column('prompt', 'text'), column('negative_prompt')];
	if (name < 0 || prompt < 0) return [];
	return rows
		.filter(row => (row[name] ?? '') !== '')
		.map(row => ({ name: row[name].trim(), prompt: row[prompt] ?? '', negative: row[negative] ?? '' }));
}

/** Fields of RFC 4180: commas between them, quotes round those that hold commas, quotes or line ends. */
function rowsOf(csv: string): string[][] {
	const rows: string[][] = [[]];
	for (const [whole, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
		if (whole === '') break;
		rows[rows.length - 1].push(quoted?.replaceAll('""', '"') ?? plain);
		if (end !== ',' && end !== '') rows.push([]);
	}
	return rows.filter(row => row.some(field => field !== ''));
}
