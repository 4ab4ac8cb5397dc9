// `limn` as people run it: the real program, its files, words and exit codes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** The decoded pixels of a picture in the folder: what its recipe says is no part of them. */
const pixelsOf = (file: string): Promise<Buffer> => sharp(join(folder, file)).raw().toBuffer();

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

	it('draws with a model that reads no words, from its seed alone', async () => {
		const cpu = ['--model', 'textures', '--seed', '3', '--device', 'cpu'];
		const plain = await limn('generate', ...cpu, '--out', 'plain.png');
		assert.equal(plain.code, 0, plain.err);
		assert.doesNotMatch(plain.err, /note:/);
		const worded = await limn('generate', words, ...cpu, '--steps', '9', '--out', 'worded.png');
		assert.match(worded.err, /note: Textures draws by the seed alone: the prompt and the steps had no say\./);
		assert.deepEqual(await pixelsOf('worded.png'), await pixelsOf('plain.png'));
		await check(['generate', ...cpu, '--size', '128x64', '--out', 'wide.png'], 2, /width must be 64 for this model/);
		await check(['generate', ...cpu, '--init', 'plain.png', '--out', 'again.png'], 2, /start has no meaning/);
		const again = await limn('generate', '--from', 'plain.png', '--device', 'cpu', '--out', 'from.png');
		assert.equal(again.code, 0, again.err);
		assert.ok(readFileSync(join(folder, 'from.png')).equals(readFileSync(join(folder, 'plain.png'))));
	});

	it('notes the words that a model was not taught', async () => {
		const { err } = await limn(
			'generate',
			'a red zeppelin',
			'--steps',
			'2',
			'--device',
			'cpu',
			'--out',
			'zeppelin.png',
		);
		assert.match(err, /note: Sketch was not taught “zeppelin”\./);
	});

	it('says what each model draws and hears', async () => {
		const { out } = await limn('models');
		assert.match(
			out,
			/^textures\n {2}Textures · dcgan · [\d.]+ MB · licence: MIT\n {2}64x64, in one pass, by the seed alone\n {2}draws surfaces/m,
		);
	});

	it('lists models and reasons in JSON', async () => {
		const { code, out } = await limn('models', '--json');
		const { models } = JSON.parse(out) as { models: { id: string }[] };
		assert.deepEqual([code, models.map(({ id }) => id)], [0, ['sketch', 'textures']]);
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
		assert.match(err, /wordless\.png is left alone: it has no alternative text/);
		assert.equal(readFileSync(join(folder, 'docs', 'there.png'), 'utf8'), 'mine');
		assert.throws(() => readFileSync(join(folder, 'stolen.png')), { code: 'ENOENT' });
		assert.match((await limn('fill', 'docs/guide.md')).out, /No picture is missing/);
	});
});
