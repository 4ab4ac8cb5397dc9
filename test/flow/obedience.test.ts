// The built-in model does as it is told: 200 prompts through the real sidecar, their colours read from the pixels.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ModelCard } from '../../sidecar/protocol/methods.ts';
import { root } from '../harness/root.ts';
import { backgroundOf, colourOf, type Rgb } from './fixtures/colours.ts';
import { draw, testSidecar } from './fixtures/sidecar.ts';

const count = 200;

describe('the built-in model', function () {
	this.timeout(600_000);
	const sidecar = testSidecar();
	after(() => sidecar.shutdown());

	it(`gives the colour and the background asked for in at least 90 % of ${count} prompts`, async () => {
		const [card] = (await sidecar.modelsList(new AbortController().signal)).models;
		const words = wordsOf(card);
		const pictures: Rgb[] = [];
		const wrong: string[] = [];
		for (let seed = 0; seed < count; seed++) {
			const { noun, colour, background } = question(words, seed);
			const prompt = `a ${colour} ${noun} on a ${background} background`;
			const recipe = { ...card.defaults, prompt, seed };
			const {
				pictures: [{ bytes, width }],
			} = await draw(sidecar, { recipe });
			const picture = { data: await sharp(bytes).removeAlpha().raw().toBuffer(), side: width };
			pictures.push(picture);
			const seen = { colour: colourOf(picture, words.colours), background: backgroundOf(picture, words.backgrounds) };
			if (seen.colour !== colour || seen.background !== background) {
				wrong.push(`${prompt}: ${seen.colour} on ${seen.background}`);
			}
		}
		await saveSheet(pictures);
		console.log(`\t${count - wrong.length} of ${count} are right${wrong.map(line => `\n\t${line}`).join('')}`);
		assert.ok(wrong.length <= count / 10, `${wrong.length} of ${count} are wrong`);
	});
});

interface Taught {
	readonly nouns: readonly string[];
	readonly colours: readonly string[];
	readonly backgrounds: readonly string[];
}

function wordsOf({ vocabulary }: ModelCard): Taught {
	assert.ok(vocabulary);
	const names = (kind: readonly { readonly name: string }[]) => kind.map(({ name }) => name);
	const { nouns, colours, backgrounds } = vocabulary;
	return { nouns: names(nouns), colours: names(colours), backgrounds: names(backgrounds) };
}

/** Prompt number `seed`: nouns in turn, colours and backgrounds in strides that meet in every pair. */
function question({ nouns, colours, backgrounds }: Taught, seed: number) {
	return {
		noun: nouns[seed % nouns.length],
		colour: colours[(seed * 3 + Math.floor(seed / nouns.length)) % colours.length],
		background: backgrounds[(seed + Math.floor(seed / 7)) % backgrounds.length],
	};
}

/** The pictures side by side, for whoever wants to look: `out/screens/obedience.png`. */
async function saveSheet(pictures: readonly Rgb[]): Promise<void> {
	const columns = 20;
	const [{ side }] = pictures;
	const folder = join(root, 'out', 'screens');
	await mkdir(folder, { recursive: true });
	const layers = pictures.map(({ data }, i) => ({
		input: Buffer.from(data),
		raw: { width: side, height: side, channels: 3 as const },
		left: (i % columns) * side,
		top: Math.floor(i / columns) * side,
	}));
	const size = { width: columns * side, height: Math.ceil(pictures.length / columns) * side };
	await sharp({ create: { ...size, channels: 3, background: '#808080' } })
		.composite(layers)
		.png()
		.toFile(join(folder, 'obedience.png'));
}
