// `limn` as people run it: the real program, its files, words and exit codes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { pictureFormats } from '../../sidecar/protocol/picture.ts';
import { dist } from './fixtures/sidecar.ts';

const folder = mkdtempSync(join(tmpdir(), 'limn-cli-'));

interface Ran {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

function start(...args: string[]) {
	const env = { ...process.env, LIMN_FIND_MODELS: '0' };
	return spawn(process.execPath, [join(dist, 'limn.cjs'), ...args], {
		cwd: folder,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}

async function limn(...args: string[]): Promise<Ran> {
	const child = start(...args);
	const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	return { code: code as number | null, out, err };
}

/** It ends with `code`, and standard error says so. */
async function check(args: readonly string[], code: number, says: RegExp): Promise<void> {
	const ran = await limn(...args);
	assert.match(ran.err, says);
	assert.equal(ran.code, code);
}

const words = 'a red circle on a blue background';
const onCpu = ['--device', 'cpu', '--steps', '4'];

describe('limn', function () {
	this.timeout(120_000);
	after(() => rmSync(folder, { recursive: true }));

	it('draws, shows the recipe, and draws the same bytes from it, in every format', async () => {
		for (const format of pictureFormats) {
			const [one, two] = [`one.${format}`, `two.${format}`];
			assert.equal((await limn('generate', words, '--seed', '7', ...onCpu, '--out', one)).code, 0);
			const { recipe, complete } = JSON.parse((await limn('inspect', one, '--json')).out) as {
				recipe: { prompt: string; seed: number };
				complete: boolean;
			};
			assert.deepEqual([recipe.prompt, recipe.seed, complete], [words, 7, true]);
			assert.equal((await limn('generate', '--from', one, '--device', 'cpu', '--out', two)).code, 0);
			assert.ok(readFileSync(join(folder, one)).equals(readFileSync(join(folder, two))), format);
		}
	});

	it('draws several, says so in JSON, and changes what it is told to', async () => {
		const { code, out } = await limn(
			'generate',
			'--from',
			'one.png',
			'--count',
			'2',
			'--device',
			'cpu',
			'--size',
			'64x48',
			'--out',
			'many.png',
			'--json',
		);
		assert.equal(code, 0);
		const { pictures } = JSON.parse(out) as { pictures: { file: string; height: number; recipe: { seed: number } }[] };
		assert.deepEqual(
			pictures.map(({ file, height, recipe }) => [file, height, recipe.seed]),
			[
				['many-1.png', 48, 7],
				['many-2.png', 48, 8],
			],
		);
		assert.ok(readFileSync(join(folder, 'many-2.png')).length > 100);
	});

	it('begins from a picture, and again only from the same one', async () => {
		const from = ['--init', 'one.png', '--strength', '0.5'];
		assert.equal((await limn('generate', words, ...onCpu, ...from, '--out', 'redrawn.png')).code, 0);
		assert.equal(
			(await limn('generate', '--from', 'redrawn.png', '--init', 'one.png', '--device', 'cpu', '--out', 'redrawn2.png'))
				.code,
			0,
		);
		assert.ok(readFileSync(join(folder, 'redrawn.png')).equals(readFileSync(join(folder, 'redrawn2.png'))));
		await check(['generate', '--from', 'redrawn.png', '--out', 'r3.png'], 2, /--init/);
		await check(['generate', '--from', 'redrawn.png', '--init', 'one.webp', '--out', 'r3.png'], 2, /another picture/);
	});

	it('never writes over a file', async () => {
		const before = readFileSync(join(folder, 'one.png'));
		await check(['generate', words, '--out', 'one.png'], 1, /exists already/);
		assert.ok(readFileSync(join(folder, 'one.png')).equals(before));
	});
	it('says before the work that a folder is missing', () =>
		check(['generate', words, '--out', 'no/where/a.png'], 1, /does not exist/));
	it('says before the work that a folder is none', () =>
		check(['generate', words, '--out', 'one.png/a.png'], 1, /was not written/));

	it('says what is wrong with the command line', async () => {
		await check(['paint'], 2, /no command/);
		await check(['generate', words], 2, /--out/);
		await check(['generate', '--out', 'x.png'], 2, /prompt/);
		await check(['generate', words, '--out', 'x.gif'], 2, /format/);
		await check(['generate', words, '--out', 'x.png', '--steps', 'many'], 2, /steps must be a number/);
		await check(['generate', words, '--out', 'x.png', '--size', '7x7'], 2, /width must be at least 16/);
		await check(['generate', words, '--out', 'x.png', '--model', 'unheard-of'], 1, /no model “unheard-of”/);
		await check(['generate', words, '--out', 'x.png', '--model', './one.png'], 1, /it is a file that holds no model/);
	});

	it('says that a picture carries no recipe, and that a file is no picture', async () => {
		writeFileSync(join(folder, 'words.txt'), words);
		await check(['inspect', 'words.txt'], 1, /not a picture/);
		await check(['inspect', 'nothing.png'], 1, /cannot be read/);
	});

	// Windows has no signals to send: a console's Ctrl-C cannot be made from outside there.
	(process.platform === 'win32' ? it.skip : it)('stops on Ctrl-C, and leaves nothing behind', async () => {
		const job = ['generate', words, '--size', '256x256', '--steps', '1000', '--device', 'cpu', '--out', 'never.png'];
		const child = spawn(process.execPath, [join(dist, 'limn.cjs'), ...job], {
			cwd: folder,
			stdio: ['ignore', 'ignore', 'pipe'],
			detached: true,
		});
		let said = '';
		for await (const piece of child.stderr.setEncoding('utf8')) {
			// A terminal sends it to the whole group: the command line and its sidecar.
			if (!said.includes('step 1 of') && `${said}${piece}`.includes('step 1 of')) process.kill(-child.pid!, 'SIGINT');
			said += piece;
		}
		assert.match(said, /Cancelled/);
		assert.equal(child.exitCode ?? ((await once(child, 'exit')) as [number])[0], 130);
		assert.throws(() => readFileSync(join(folder, 'never.png')), { code: 'ENOENT' });
	});

	it('lists models and reasons in JSON', async () => {
		const { code, out } = await limn('models', '--json');
		const { models } = JSON.parse(out) as { models: { id: string }[] };
		assert.deepEqual([code, models.map(({ id }) => id)], [0, ['sketch']]);
	});

	it('knows what works here', async () => {
		const { code, out } = await limn('doctor', '--json');
		const { devices, machine } = JSON.parse(out) as {
			devices: { chosen: string; reports: { device: string; works: boolean; why: string }[] };
			machine: { cores: number };
		};
		assert.equal(code, 0);
		assert.ok(devices.reports.every(({ why }) => why.length > 0));
		assert.ok(devices.reports.some(({ device, works }) => works && device === devices.chosen));
		assert.ok(machine.cores >= 1);
	});

	it('fills the missing pictures of documents, once, inside their folder', async () => {
		mkdirSync(join(folder, 'docs'));
		const guide = `# Guide
![${words}](pictures/circle.png)
![a green key](<pictures/my key.webp>){w=64 h=32}
![a thief](../stolen.png)
![](pictures/wordless.png)
![already](there.png)
\`![code](pictures/code.png)\`
`;
		writeFileSync(join(folder, 'docs', 'guide.md'), guide);
		writeFileSync(join(folder, 'docs', 'there.png'), 'mine');
		const { code, out, err } = await limn('fill', 'docs', '--device', 'cpu');
		assert.equal(code, 0);
		assert.match(out, /“a red circle on a blue background” → docs\/pictures\/circle\.png \(64x64, cpu, [\d.]+ s\)/);
		assert.match(out, /my key\.webp \(64x32/);
		assert.match(err, /stolen\.png is left alone: it lies outside the folder/);
		assert.match(out, /“wordless, Guide” → docs\/pictures\/wordless\.png/);
		assert.equal(readFileSync(join(folder, 'docs', 'there.png'), 'utf8'), 'mine');
		assert.throws(() => readFileSync(join(folder, 'stolen.png')), { code: 'ENOENT' });
		assert.match((await limn('fill', 'docs/guide.md')).out, /No picture is missing/);
	});

	it('fills a guide and a web page, each file in its format and size, and the second time nothing', async () => {
		cpSync(join(dist, '../examples'), join(folder, 'examples'), {
			recursive: true,
			filter: file => !/pictures|node_modules/.test(file),
		});
		const plan = await limn('fill', 'examples', '--dry-run', '--json');
		assert.equal(plan.code, 1);
		assert.equal((JSON.parse(plan.out) as { missing: unknown[] }).missing.length, 12);
		assert.equal((await limn('fill', 'examples', '--device', 'cpu')).code, 0);
		const facts = async (name: string) => {
			const { format, width, height } = await sharp(readFileSync(join(folder, 'examples', name))).metadata();
			return [format, width, height];
		};
		assert.deepEqual(await facts('docs/pictures/key.png'), ['png', 64, 64]);
		assert.deepEqual(await facts('site/pictures/icon.png'), ['png', 32, 32]);
		assert.deepEqual(await facts('site/pictures/star.webp'), ['webp', 640, 336]);
		assert.deepEqual(await facts('site/pictures/tree.png'), ['png', 96, 96]);
		assert.deepEqual(await facts('site/pictures/tree@2x.png'), ['png', 192, 192]);
		assert.deepEqual(await facts('site/pictures/potion.avif'), ['heif', 128, 128]);
		assert.deepEqual(await facts('site/pictures/banner.jpg'), ['jpeg', 320, 120]);

		const before = readFileSync(join(folder, 'examples/site/pictures/star.webp'));
		const again = await limn('fill', 'examples');
		assert.deepEqual([again.code, again.out], [0, 'No picture is missing.\n']);
		assert.ok(before.equals(readFileSync(join(folder, 'examples/site/pictures/star.webp'))));
		assert.equal((await limn('fill', 'examples', '--dry-run')).code, 0);
	});

	it('keeps the file size that a recipe asks for, and draws the same bytes from it', async () => {
		const file = 'examples/site/pictures/potion.avif';
		assert.equal((await limn('generate', '--from', file, '--device', 'cpu', '--out', 'again.avif')).code, 0);
		assert.ok(readFileSync(join(folder, file)).equals(readFileSync(join(folder, 'again.avif'))));
	});
});
