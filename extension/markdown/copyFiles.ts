// Where a new picture of a Markdown document goes: the rules of VS Code's setting `markdown.copyFiles.destination`.
import { posix } from 'node:path';
import { fail } from '../../sidecar/protocol/failure.ts';

/** A document as the rules see it: paths of URIs, so with forward slashes on every system. */
export interface Place {
	/** The document's path, such as `/home/me/project/docs/guide.md`. */
	readonly document: string;
	/** The path of its workspace folder; undefined when it lies in none. */
	readonly folder: string | undefined;
}

/** One line of the setting: documents that match the glob put their pictures at the destination. */
export interface Rule {
	readonly glob: string;
	readonly destination: string;
}

/** A glob as VS Code reads it: a leading slash means the workspace's folders, anything else matches at any depth. */
export interface Glob {
	readonly from: 'workspaceFolders' | 'anywhere';
	readonly pattern: string;
}

/** The setting's lines, in order; lines that are not text to text are no rules. */
export function rulesOf(setting: unknown): readonly Rule[] {
	return Object.entries(setting ?? {}).flatMap(([glob, destination]) =>
		typeof destination === 'string' ? [{ glob, destination }] : [],
	);
}

export function globOf(rule: Rule): Glob {
	if (rule.glob.startsWith('/')) return { from: 'workspaceFolders', pattern: rule.glob.slice(1) };
	return { from: 'anywhere', pattern: rule.glob.startsWith('**') ? rule.glob : `**/${rule.glob}` };
}

/** The path for a new file: by the first rule whose glob matches, else beside the document. */
export function pathByRules(
	rules: readonly Rule[],
	matches: (glob: Glob) => boolean,
	place: Place,
	fileName: string,
	now: Date,
): string {
	const rule = rules.find(candidate => matches(globOf(candidate)));
	return destinationPath(rule?.destination ?? '', place, fileName, now);
}

/** Fills a destination: an absolute path. Throws `badRecipe` when a transform's pattern is no regular expression. */
export function destinationPath(destination: string, place: Place, fileName: string, now: Date): string {
	let template = destination.trim() || '${fileName}';
	if (template.startsWith('/')) template = '${documentWorkspaceFolder}' + template;
	if (template.endsWith('/')) template += '${fileName}';
	return posix.resolve(posix.dirname(place.document), fill(template, variables(place, fileName, now)));
}

function variables({ document, folder }: Place, fileName: string, now: Date): ReadonlyMap<string, string> {
	const directory = posix.dirname(document);
	const extension = posix.extname(document);
	return new Map([
		['documentDirName', directory],
		['documentRelativeDirName', folder === undefined ? directory : posix.relative(folder, directory)],
		['documentFileName', posix.basename(document)],
		['documentBaseName', posix.basename(document, extension)],
		['documentExtName', extension.slice(1)],
		['documentFilePath', document],
		['documentRelativeFilePath', folder === undefined ? document : posix.relative(folder, document)],
		['documentWorkspaceFolder', folder ?? directory],
		['fileName', fileName],
		['fileExtName', posix.extname(fileName).slice(1)],
		['unixTime', String(now.getTime())],
		['isoTime', now.toISOString()],
	]);
}

/** `${name}` or `${name/pattern/replacement/flags}`; `\$` stays a dollar, an unknown name stays as it is written. */
const variable =
	/(?<escape>\\\$)|\$\{(?<name>\w+)(?:\/(?<pattern>(?:\\\/|[^}/])+)\/(?<replacement>(?:\\\/|[^}/])*)\/(?<flags>[a-z]*))?\}/g;

function fill(template: string, values: ReadonlyMap<string, string>): string {
	return template.replace(variable, (written, ...rest) => {
		const { escape, name, pattern, replacement, flags } = rest.at(-1) as Record<string, string | undefined>;
		if (escape !== undefined) return '$';
		const value = values.get(name ?? '');
		if (value === undefined) return written;
		if (pattern === undefined || replacement === undefined) return value;
		return value.replace(expression(unescaped(pattern), flags ?? ''), unescaped(replacement));
	});
}

function unescaped(text: string): string {
	return text.replaceAll('\\/', '/');
}

function expression(pattern: string, flags: string): RegExp {
	try {
		return new RegExp(pattern, flags);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw fail({
			kind: 'badRecipe',
			field: 'destination (setting markdown.copyFiles.destination)',
			why: `holds a transform that does not work: ${error.message}`,
		});
	}
}
