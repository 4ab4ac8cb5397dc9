// What a picture says of how it was made, as a document to read. Pure.
import type { InspectResult } from '../../sidecar/protocol/methods.ts';
import { deviceNames } from '../devices.ts';
import { plain, table } from '../markdown/table.ts';

/** Markdown; nothing that a stranger's picture says is read as more than text. */
export function recipeText(name: string, said: InspectResult): string {
	const { recipe = {}, width, height, format } = said;
	const { prompt, negative, ...fields } = recipe;
	const facts = [['file', `${width} × ${height}, ${format}`], ...Object.entries(fields).map(fact), ...making(said)];
	return [
		`# ${plain(name)}`,
		madeBy(said),
		...words('Prompt', prompt),
		...words('Negative prompt', negative),
		'## Settings',
		table(['', ''], facts),
		...(said.post.length > 0 ? ['## Afterwards', steps(said)] : []),
		...(said.left.length > 0 ? ['## Not taken over', said.left.map(setting => `- ${plain(setting)}`).join('\n')] : []),
		'## As JSON',
		fenced(JSON.stringify(recipe, undefined, 2), 'json'),
		'',
	].join('\n\n');
}

function madeBy({ tool, model }: InspectResult): string {
	if (model) return 'Made by Limn. The recipe is whole: the same device makes the same file from it.';
	return `Made by ${plain(tool ?? 'another tool')}. What Limn has words for is taken over; the picture can be made alike, not the same.`;
}

function making({ model, device }: InspectResult): string[][] {
	return [
		...(model ? [['weights', `${model.name} (${model.hash})`]] : []),
		...(device ? [['device', deviceNames[device]]] : []),
	];
}

const fact = ([field, value]: [string, unknown]): string[] => [
	field,
	typeof value === 'object' ? JSON.stringify(value) : String(value),
];

function words(title: string, text: string | undefined): readonly string[] {
	return text ? [`## ${title}`, fenced(text, 'text')] : [];
}

function steps({ post }: InspectResult): string {
	return post.map(step => `1. ${plain(typeof step === 'string' ? step : JSON.stringify(step))}`).join('\n');
}

/** A block that no run of backticks in the text ends. */
function fenced(text: string, language: string): string {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language}\n${text}\n${fence}`;
}
