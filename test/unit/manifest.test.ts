// What package.json promises is what the code has: commands, settings, menus and files.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from '../../sidecar/documents/languages/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Contribution {
	readonly command: string;
	readonly title?: string;
	readonly category?: string;
	readonly icon?: string;
	/** An entry that opens a menu has this in place of a command. */
	readonly submenu?: string;
}

const manifest = JSON.parse(read('package.json')) as {
	readonly icon: string;
	readonly activationEvents: readonly string[];
	readonly capabilities: Record<
		'untrustedWorkspaces' | 'virtualWorkspaces',
		{ supported: unknown; description: string }
	>;
	readonly contributes: {
		readonly commands: readonly Contribution[];
		readonly menus: Record<string, readonly Contribution[]>;
		readonly keybindings: readonly Contribution[];
		readonly configuration: {
			readonly properties: Record<string, { readonly enum?: readonly string[]; readonly markdownDescription: string }>;
		};
	};
};
const { commands, menus, keybindings, configuration } = manifest.contributes;

/** Every string that follows `before` in the files of a folder. */
function written(folder: string, before: RegExp): string[] {
	return readdirSync(join(root, folder))
		.filter(name => name.endsWith('.ts'))
		.flatMap(name => [...read(`${folder}/${name}`).matchAll(before)].map(match => match[1] ?? ''));
}

function checkSame(actual: Iterable<string>, expected: Iterable<string>): void {
	assert.deepEqual([...actual].sort(), [...expected].sort());
}

describe('package.json', () => {
	const ids = commands.map(({ command }) => command);

	it('has the commands of extension/commands, no more and no fewer', () => {
		checkSame(ids, written('extension/commands', /^\tid: '([^']+)'/gm));
	});

	it('names commands whose files are in the list', () => {
		const list = read('extension/commands/index.ts').match(/readonly Command\[\] = \[([^\]]*)\]/)?.[1] ?? '';
		checkSame(ids, list.match(/\w+/g)?.map(name => `limn.${name}`) ?? []);
	});

	it('gives every command a title, a category and an icon', () => {
		for (const { command, title, category, icon } of commands) {
			assert.ok(title, command);
			assert.equal(category, 'Limn', command);
			assert.match(icon ?? '', /^\$\([a-z-]+\)$/, command);
		}
	});

	it('puts only its own commands into menus and keys', () => {
		const entries = [...Object.values(menus).flat(), ...keybindings].filter(({ submenu }) => submenu === undefined);
		const used = entries.map(({ command }) => command);
		assert.deepEqual(
			used.filter(command => !ids.includes(command)),
			[],
		);
	});

	it('offers, on failures and in the status bar, only commands there are', () => {
		const offered = ['tell', 'status'].flatMap(name => read(`extension/${name}.ts`).match(/'limn\.\w+'/g) ?? []);
		const known = [...ids, 'limn.status', 'limn.statusMenu', 'limn.busy', ...Object.keys(configuration.properties)];
		assert.deepEqual(
			offered.filter(id => !known.includes(id.slice(1, -1))),
			[],
		);
	});

	it('has the settings that the code reads', () => {
		const [, shape = ''] = read('extension/settings.ts').match(/z\.object\(\{([^]*?)\n\}\)/) ?? [];
		checkSame(
			Object.keys(configuration.properties),
			[...shape.matchAll(/^\t(\w+):/gm)].map(([, name]) => `limn.${name}`),
		);
	});

	it('describes every setting, and every value of a choice', () => {
		for (const [name, setting] of Object.entries(configuration.properties)) {
			assert.ok(setting.markdownDescription.length > 20, name);
		}
	});

	it('lets a choice hold just what the protocol knows', () => {
		const picture = read('sidecar/protocol/picture.ts');
		const values = (name: string) =>
			picture.match(new RegExp(`${name} = \\[([^\\]]*)\\]`))?.[1]?.match(/\w+(?=')/g) ?? [];
		assert.deepEqual(configuration.properties['limn.format']?.enum, values('pictureFormats'));
		assert.deepEqual(configuration.properties['limn.device']?.enum, ['auto', ...values('devices')]);
	});

	it('starts for its panel, for documents that show pictures, for asset manifests, and otherwise only when a command is used', () => {
		// A whole notebook is no document: its cells are.
		const ids = languages.flatMap(language => language.ids).filter(id => id !== 'jupyter');
		// A manifest is JSON, and may be written in a folder that had none.
		const manifests = ['workspaceContains:**/*.limn.json', 'onLanguage:json'];
		checkSame(manifest.activationEvents, [
			...['onWebviewPanel:limn.studio', ...manifests],
			...ids.map(id => `onLanguage:${id}`),
		]);
	});

	it('says what it does not do in untrusted and virtual workspaces', () => {
		for (const { supported, description } of Object.values(manifest.capabilities)) {
			assert.equal(supported, 'limited');
			assert.ok(description.length > 20);
		}
	});

	it('has an icon that is there', () => assert.ok(existsSync(join(root, manifest.icon))));
});
