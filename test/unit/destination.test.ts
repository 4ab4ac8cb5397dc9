// Where pictures go by VS Code's setting `markdown.copyFiles.destination`: rules, variables, transforms.
import assert from 'node:assert/strict';
import {
	destinationPath,
	globOf,
	pathByRules,
	rulesOf,
	type Glob,
	type Place,
} from '../../extension/markdown/copyFiles.ts';
import type { FailureError } from '../../sidecar/protocol/failure.ts';

const guide: Place = { document: '/home/me/site/docs/api/guide.v2.md', folder: '/home/me/site' };
const stray: Place = { document: '/elsewhere/notes.md', folder: undefined };
const now = new Date(Date.UTC(2026, 10, 22, 17, 5, 3, 42));

describe('a destination', () => {
	function check(destination: string, expected: string, place = guide): void {
		assert.equal(destinationPath(destination, place, 'cat.png', now), expected);
	}

	it('is beside the document when the setting says nothing', () => check('', '/home/me/site/docs/api/cat.png'));
	it('takes the file name when it ends with a slash', () => check('img/', '/home/me/site/docs/api/img/cat.png'));
	it('is the file itself otherwise', () => check('img/fixed.png', '/home/me/site/docs/api/img/fixed.png'));
	it('may climb', () => check('../img/', '/home/me/site/docs/img/cat.png'));
	it('starts at the workspace folder with a slash', () => check('/img/', '/home/me/site/img/cat.png'));
	it('starts at the document’s folder where there is no workspace folder', () =>
		check('/img/', '/elsewhere/img/cat.png', stray));
	it('is trimmed', () => check('  img/  ', '/home/me/site/docs/api/img/cat.png'));

	const variables: [name: string, inWorkspace: string, alone: string][] = [
		['documentDirName', '/home/me/site/docs/api', '/elsewhere'],
		['documentRelativeDirName', 'docs/api', '/elsewhere'],
		['documentFileName', 'guide.v2.md', 'notes.md'],
		['documentBaseName', 'guide.v2', 'notes'],
		['documentExtName', 'md', 'md'],
		['documentFilePath', '/home/me/site/docs/api/guide.v2.md', '/elsewhere/notes.md'],
		['documentRelativeFilePath', 'docs/api/guide.v2.md', '/elsewhere/notes.md'],
		['documentWorkspaceFolder', '/home/me/site', '/elsewhere'],
		['fileName', 'cat.png', 'cat.png'],
		['fileExtName', 'png', 'png'],
		['unixTime', '1795367103042', '1795367103042'],
		['isoTime', '2026-11-22T17:05:03.042Z', '2026-11-22T17:05:03.042Z'],
	];
	for (const [name, inWorkspace, alone] of variables) {
		it(`knows \${${name}}`, () => {
			check(`/=\${${name}}=`, `/home/me/site/=${inWorkspace}=`);
			check(`/=\${${name}}=`, `/elsewhere/=${alone}=`, stray);
		});
	}

	it('joins variables', () =>
		check(
			'/static/${documentRelativeDirName}/${documentBaseName}.${fileExtName}',
			'/home/me/site/static/docs/api/guide.v2.png',
		));
	it('transforms the first match', () => check('${documentBaseName/(.).*/$1/}/', '/home/me/site/docs/api/g/cat.png'));
	it('transforms with an escaped slash', () =>
		check('${documentDirName/site\\/docs/site\\/public/}/', '/home/me/site/public/api/cat.png'));
	it('transforms with flags', () =>
		check('${documentRelativeDirName/[A-Z]/_/gi}/', '/home/me/site/docs/api/____/___/cat.png'));
	it('transforms to nothing', () => check('x${documentBaseName/guide//}/', '/home/me/site/docs/api/x.v2/cat.png'));
	it('leaves a value that does not match', () =>
		check('${documentBaseName/zzz/y/}/', '/home/me/site/docs/api/guide.v2/cat.png'));
	it('leaves an unknown name as it is written', () =>
		check('${nonsense}/', '/home/me/site/docs/api/${nonsense}/cat.png'));
	it('leaves an escaped dollar', () => check('\\${fileName}/', '/home/me/site/docs/api/${fileName}/cat.png'));
	it('says which setting is wrong when a transform does not compile', () => {
		assert.throws(
			() => destinationPath('${fileName/(/x/}', guide, 'cat.png', now),
			(error: FailureError) => error.failure.kind === 'badRecipe' && /copyFiles\.destination/.test(error.failure.field),
		);
	});
});

describe('the rules', () => {
	const setting = { '/docs/**': 'a/', '*.md': 'b/', '**/*': 'c/', '/odd': 7 };
	function check(matching: (glob: Glob) => boolean, expected: string): void {
		assert.equal(pathByRules(rulesOf(setting), matching, guide, 'cat.png', now), expected);
	}

	it('take the first that matches', () => check(() => true, '/home/me/site/docs/api/a/cat.png'));
	it('go on in order', () => check(glob => glob.from === 'anywhere', '/home/me/site/docs/api/b/cat.png'));
	it('fall back to beside the document', () => check(() => false, '/home/me/site/docs/api/cat.png'));
	it('match at any depth unless they start with a slash', () => {
		assert.deepEqual(rulesOf(setting).map(globOf), [
			{ from: 'workspaceFolders', pattern: 'docs/**' },
			{ from: 'anywhere', pattern: '**/*.md' },
			{ from: 'anywhere', pattern: '**/*' },
		]);
	});
	it('are none when the setting is empty or missing', () => {
		assert.deepEqual([rulesOf(undefined), rulesOf(null), rulesOf({})], [[], [], []]);
	});
});
