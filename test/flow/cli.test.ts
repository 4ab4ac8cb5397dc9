// `limn` as people run it: the real program, its files, words and exit codes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { pictureFormats, type Picture } from '../../sidecar/protocol/picture.ts';
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

/** RGB bytes, by a reader of pictures that is not Limn's; where Limn's is in the process too, it reads no files. */
const pixels = (name: string) =>
	sharp(readFileSync(join(folder, name)))
		.raw()
		.toBuffer({ resolveWithObject: true });
/** The decoded pixels of a picture in the folder: what its recipe says is no part of them. */
const pixelsOf = async (file: string): Promise<Buffer> => (await pixels(file)).data;

const words = 'a red circle on a blue background';
const onCpu = ['--device', 'cpu', '--steps', '4'];

describe('limn', function () {
	this.timeout(120_000);
	after(() => rmSync(folder, { recursive: true }));

	it('helps with a command either way it is asked', async () => {
		assert.equal((await limn('help', 'fill')).out, (await limn('fill', '--help')).out);
		await check(['help', 'nothing'], 2, /no command “nothing”/);
	});

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

	it('draws beyond a picture, keeps the picture to the byte, and does it again from the recipe', async () => {
		const beyond = ['--init', 'one.png', '--outpaint', 'right=32'];
		assert.equal((await limn('generate', words, ...onCpu, ...beyond, '--out', 'wide.png')).code, 0);
		const [old, wide] = await Promise.all(['one.png', 'wide.png'].map(pixels));
		assert.deepEqual([wide.info.width, wide.info.height], [old.info.width + 32, old.info.height]);
		const row = old.info.width * 3;
		for (let y = 0; y < old.info.height; y++) {
			const kept = wide.data.subarray(y * (row + 96), y * (row + 96) + row);
			assert.ok(kept.equals(old.data.subarray(y * row, (y + 1) * row)), `row ${y}`);
		}
		const again = ['generate', '--from', 'wide.png', ...beyond, '--device', 'cpu', '--out', 'wide2.png'];
		assert.equal((await limn(...again)).code, 0);
		assert.ok(readFileSync(join(folder, 'wide.png')).equals(readFileSync(join(folder, 'wide2.png'))));
	});

	it('draws a second pass at a larger size, as a variation', async () => {
		const controls = ['--hires', '1.5', '--hires-steps', '2', '--variation-seed', '5', '--variation-strength', '0.3'];
		const { code, out } = await limn('generate', words, ...onCpu, ...controls, '--out', 'large.png', '--json');
		assert.equal(code, 0);
		const [{ width, height, recipe }] = (JSON.parse(out) as { pictures: Picture[] }).pictures;
		assert.deepEqual([width, height], [recipe.width * 1.5, recipe.height * 1.5]);
		assert.deepEqual(recipe.hires, { scale: 1.5, steps: 2, strength: 0.7 });
		assert.deepEqual(recipe.variation, { seed: 5, strength: 0.3 });
	});

	it('lets the seed choose words, keeps what they were chosen from, and chooses anew for another seed', async () => {
		mkdirSync(join(folder, 'words'));
		writeFileSync(join(folder, 'words', 'shape.txt'), 'circle\nstar\n');
		writeFileSync(join(folder, 'styles.csv'), 'name,prompt,negative_prompt\nplain,{prompt} on a white background,\n');
		const template = 'a {red|green|blue|black} __shape__';
		const given = ['--wildcards', 'words', '--style', 'plain', '--styles', 'styles.csv', '--count', '3', '--json'];
		const { code, out } = await limn('generate', template, '--seed', '1', ...onCpu, ...given, '--out', 'chosen.png');
		assert.equal(code, 0);
		const recipes = (JSON.parse(out) as { pictures: Picture[] }).pictures.map(({ recipe }) => recipe);
		for (const { prompt } of recipes)
			assert.match(prompt, /^a (red|green|blue|black) (circle|star) on a white background$/);
		assert.ok(new Set(recipes.map(({ prompt }) => prompt)).size > 1);
		assert.equal(recipes[0].template?.prompt, `${template} on a white background`);
		const from = ['generate', '--from', 'chosen-1.png', '--device', 'cpu'];
		assert.equal((await limn(...from, '--out', 'again.png')).code, 0);
		const [one, two] = ['chosen-1.png', 'again.png'].map(name => readFileSync(join(folder, name)));
		assert.ok(one.equals(two));
		const other = await limn(...from, '--seed', '2', '--wildcards', 'words', '--out', 'other.png', '--json');
		const [{ recipe }] = (JSON.parse(other.out) as { pictures: Picture[] }).pictures;
		assert.equal(recipe.prompt, recipes[1].prompt);
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
		assert.match(
			worded.err,
			/note: Textures draws by the seed and the variation alone: the prompt and the steps had no say\./,
		);
		assert.deepEqual(await pixelsOf('worded.png'), await pixelsOf('plain.png'));
		await check(
			['generate', ...cpu, '--size', '128x64', '--out', 'never-wide.png'],
			2,
			/width must be 64 for this model/,
		);
		await check(['generate', ...cpu, '--init', 'plain.png', '--out', 'never-begun.png'], 2, /start must be left out/);
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
			/^textures\n {2}Textures · dcgan · [\d.]+ MB · licence: MIT\n {2}64x64, in one pass, by the seed and variation alone\n {2}draws surfaces/m,
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
