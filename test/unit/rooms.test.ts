// The import law: which room may know what. Doors between rooms are kept by tsc, packages and quiet imports by this.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../harness/root.ts';

describe('a package', () => {
	const homes: readonly [name: string, home: RegExp, files: number][] = [
		['koffi', /^sidecar\/engine\//, 1],
		['onnxruntime-node', /^sidecar\/engine\//, 1],
		['sharp', /^sidecar\/pictures\//, Infinity],
		['maxrects-packer', /^sidecar\/assets\/sheets\//, 1],
		['vscode', /^extension\//, Infinity],
		['jsonc-parser', /^extension\/assets\//, 1],
		['@huggingface/tokenizers', /^models\//, Infinity],
	];
	for (const [name, home, files] of homes) {
		it(`${name} has one home${files === 1 ? ' and one file' : ''}`, () => {
			const importers = sources.filter(source => source.packages.includes(name)).map(source => source.file);
			const strays = importers.filter(file => !home.test(file));
			assert.deepEqual(strays, []);
			assert.ok(importers.length >= 1 && importers.length <= files, importers.join(', '));
		});
	}
});

describe('a room', () => {
	const allowed: readonly [room: string, packages: readonly string[]][] = [
		['models/', ['zod', '@huggingface/tokenizers']],
		['sidecar/protocol/', ['zod', 'vscode-jsonrpc']],
		['sidecar/client/', ['node', 'vscode-jsonrpc']],
		['sidecar/documents/', ['zod']],
		['sidecar/', ['node', 'zod', 'vscode-jsonrpc', 'koffi', 'onnxruntime-node', 'sharp', 'maxrects-packer']],
		['extension/', ['node', 'zod', 'vscode-jsonrpc', 'vscode', 'jsonc-parser']],
		['webview/', ['lit', '@vscode-elements/elements']],
	];
	for (const [room, packages] of allowed) {
		it(`${room} imports no package but ${packages.join(', ')}`, () => {
			const inside = sources.filter(source => roomOf(source.file) === room);
			assert.ok(inside.length > 0);
			const foreign = inside.flatMap(({ file, packages: imported }) =>
				imported.filter(name => !packages.includes(name)).map(name => `${file} imports ${name}`),
			);
			assert.deepEqual(foreign, []);
		});
	}

	function roomOf(file: string): string {
		return allowed.map(([room]) => room).find(room => file.startsWith(room))!;
	}
});

describe('an import', () => {
	// Programs begin at their main, elements of a page announce themselves, and training is a set of scripts.
	const mayRun = /(^|\/)main\.ts$|^webview\/|^sidecar\/training\//;

	it('runs nothing: a module only declares', () => {
		const running = sources
			.filter(({ file }) => !mayRun.test(file))
			.flatMap(({ file, tree }) =>
				tree.statements
					.filter(statement => !declares(statement))
					.map(statement => `${file}: ${statement.getText(tree).split('\n')[0]}`),
			);
		assert.deepEqual(running, []);
	});

	function declares(statement: ts.Statement): boolean {
		if (ts.isVariableStatement(statement)) return !waits(statement);
		return (
			ts.isImportDeclaration(statement) ||
			ts.isExportDeclaration(statement) ||
			ts.isExportAssignment(statement) ||
			ts.isFunctionDeclaration(statement) ||
			ts.isClassDeclaration(statement) ||
			ts.isInterfaceDeclaration(statement) ||
			ts.isTypeAliasDeclaration(statement)
		);
	}

	/** Whether the import itself would wait; what functions do later is their own affair. */
	function waits(node: ts.Node): boolean {
		if (ts.isFunctionLike(node)) return false;
		return ts.isAwaitExpression(node) || (ts.forEachChild(node, waits) ?? false);
	}
});

describe('a door', () => {
	const doors: readonly [from: string, to: string, open: boolean][] = [
		['models', 'sidecar/protocol/recipe.ts', true],
		['models', 'sidecar/engine/session.ts', false],
		['sidecar', 'models/family.ts', true],
		['sidecar', 'extension/main.ts', false],
		['sidecar/protocol', 'models/family.ts', false],
		['sidecar/client', 'sidecar/protocol/methods.ts', true],
		['sidecar/client', 'sidecar/engine/session.ts', false],
		['sidecar/documents', 'sidecar/protocol/recipe.ts', true],
		['sidecar/documents', 'sidecar/pictures/fit.ts', false],
		['extension', 'sidecar/client/sidecar.ts', true],
		['extension', 'sidecar/documents/plan.ts', true],
		['extension', 'sidecar/engine/session.ts', false],
		['extension', 'models/family.ts', false],
		['extension', 'webview/protocol.ts', true],
		['extension', 'webview/main.ts', false],
		['webview', 'sidecar/protocol/recipe.ts', true],
		['webview', 'sidecar/client/sidecar.ts', false],
		['webview', 'extension/main.ts', false],
	];
	for (const [from, to, open] of doors) {
		it(`from ${from}/ to ${to} is ${open ? 'open' : 'shut by tsc'}`, () => {
			const specifier = path.posix.relative(from, to);
			const text = `export * from '${specifier.startsWith('.') ? specifier : `./${specifier}`}';`;
			// TS6307: the file is not listed within the file list of the project.
			const shut = complaints(from, text, { noLib: true, types: [] }).some(
				({ code, messageText }) =>
					code === 6307 && ts.flattenDiagnosticMessageText(messageText, ' ').includes(`/${to}'`),
			);
			assert.equal(shut, !open);
		});
	}

	const worlds: readonly [room: string, text: string, known: boolean][] = [
		['models', `import { readFileSync } from 'node:fs'; readFileSync('x');`, false],
		['models', `document.title = 'x';`, false],
		['models', `console.log('x');`, false],
		['sidecar/documents', `import { readFileSync } from 'node:fs'; readFileSync('x');`, false],
		['webview', `import { readFileSync } from 'node:fs'; readFileSync('x');`, false],
		['webview', `document.title = 'x';`, true],
		['sidecar', `import { readFileSync } from 'node:fs'; readFileSync('x');`, true],
		['sidecar', `document.title = 'x';`, false],
	];
	for (const [room, text, known] of worlds) {
		it(`in ${room}/, ${text} ${known ? 'compiles' : 'does not compile'}`, () => {
			assert.equal(complaints(room, `${text} export {};`, {}).length === 0, known);
		});
	}
});

interface Source {
	/** Relative to the checkout, with slashes. */
	readonly file: string;
	/** Names of imported packages; `node` for everything that Node brings. */
	readonly packages: readonly string[];
	readonly tree: ts.SourceFile;
}

const rooms = ['models', 'sidecar', 'extension', 'webview'];
const sources: readonly Source[] = ts.sys.readDirectory(root, ['.ts'], [], rooms).map(found => {
	const file = path.relative(root, found).split(path.sep).join('/');
	const text = readFileSync(path.join(root, file), 'utf8');
	const imported = ts.preProcessFile(text).importedFiles.map(each => each.fileName);
	return {
		file,
		packages: imported.filter(name => !name.startsWith('.')).map(packageName),
		tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
	};
});

function packageName(specifier: string): string {
	if (isBuiltin(specifier)) return 'node';
	return specifier
		.split('/')
		.slice(0, specifier.startsWith('@') ? 2 : 1)
		.join('/');
}

/** A file that exists only in the compiler's eyes, as if it were part of the room. */
const intruder = (room: string) => path.join(root, room, 'intruder.ts');

/** What tsc has against the intruder under the room's own settings. */
function complaints(room: string, text: string, change: ts.CompilerOptions): readonly ts.Diagnostic[] {
	const config = path.join(root, room, 'tsconfig.json');
	const parsed = ts.getParsedCommandLineOfConfigFile(config, change, {
		...ts.sys,
		onUnRecoverableConfigFileDiagnostic: diagnostic => assert.fail(String(diagnostic.messageText)),
	})!;
	const host = ts.createCompilerHost(parsed.options);
	const { getSourceFile, fileExists } = host;
	host.fileExists = file => path.resolve(file) === intruder(room) || fileExists(file);
	host.getSourceFile = (file, ...rest) =>
		path.resolve(file) === intruder(room)
			? ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
			: getSourceFile(file, ...rest);
	const program = ts.createProgram({
		rootNames: [intruder(room)],
		options: parsed.options,
		...(parsed.projectReferences && { projectReferences: parsed.projectReferences }),
		host,
	});
	return program.getSemanticDiagnostics(program.getSourceFile(intruder(room)));
}
