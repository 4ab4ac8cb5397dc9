// The DCGAN family by headers alone: which files it opens, how it reads their layers, what it refuses and why.
import assert from 'node:assert/strict';
import { dcgan } from '../../models/dcgan/family.ts';
import { generatorFolder } from '../../models/dcgan/folder.ts';
import { networkOf, sideOf } from '../../models/dcgan/layers.ts';
import { classify } from '../../models/weights/classify.ts';
import { failureOf } from '../../sidecar/protocol/failure.ts';
import { hears, unheardNotes } from '../../sidecar/protocol/hearing.ts';
import { fillRecipe } from '../../sidecar/protocol/recipe.ts';
import { refuseUnheard } from '../../sidecar/refusals.ts';
import { dcganShapes, discriminatorShapes } from '../fixtures/dcgan-shapes.ts';
import { headerOf, type Shapes } from '../fixtures/ldm-shapes.ts';
import { atOnce } from '../fixtures/run.ts';

const classic = [100, 512, 256, 128, 64, 3];
const folderOf = (shapes: Shapes, settings?: string) =>
	generatorFolder({
		path: '/models/moss.safetensors',
		weights: headerOf(shapes, 'F16', {}),
		vae: undefined,
		settings,
		merges: async () => '',
	});
const describeOf = (shapes: Shapes, settings?: string) => dcgan.describe(folderOf(shapes, settings));

describe('the layers of a DCGAN', () => {
	const check = (channels: readonly number[], kernel: number, side: number) => {
		const network = networkOf(headerOf(dcganShapes('main.', channels, kernel), 'F32', {}).tensors);
		assert.equal(network?.half, 'generator');
		assert.deepEqual(
			network.layers.map(({ from, to, norm }) => [from, to, norm !== undefined]),
			channels.slice(1).map((to, i) => [channels[i], to, i < channels.length - 2]),
		);
		assert.equal(sideOf(network.layers), side);
	};
	it('are five for 64 pixels', () => check(classic, 4, 64));
	it('are as many as the file has', () => check([128, 64, 32, 16, 8, 4, 3], 4, 128));
	it('begin with a kernel of any size', () => check([64, 32, 16, 1], 8, 32));
	for (const prefix of ['', 'main.', 'module.main.', 'netG.layers.'])
		it(`are known behind “${prefix}”`, () =>
			assert.equal(classify(headerOf(dcganShapes(prefix, classic, 4), 'F32', {})).id, 'dcgan'));
	it('are a discriminator’s where they are read the other way round', () =>
		assert.equal(classify(headerOf(discriminatorShapes, 'F32', {})).id, 'dcgan-discriminator'));
	it('are nobody’s where one does not take what the last one gives', () => {
		const shapes = dcganShapes('main.', classic, 4).set('main.3.weight', [500, 256, 4, 4]);
		assert.equal(classify(headerOf(shapes, 'F32', {})).id, 'unknown');
	});
});

describe('the card of a DCGAN', () => {
	it('has the size that its layers give, and the file’s name', async () => {
		const { name, family, licence, defaults, bytes } = await describeOf(dcganShapes('', classic, 4));
		assert.deepEqual([name, family, licence, defaults.width, defaults.height], ['moss', 'dcgan', 'unknown', 64, 64]);
		assert.equal(bytes, 7_157_256);
	});
	it('says what lies beside it', async () => {
		const said = { name: 'Moss', licence: 'CC0-1.0', draws: 'moss on stones' };
		const { name, licence, draws } = await describeOf(dcganShapes('', classic, 4), JSON.stringify(said));
		assert.deepEqual({ name, licence, draws }, said);
	});
	it('hears nothing but the seed and its variations', async () => {
		const card = await describeOf(dcganShapes('', classic, 4));
		const fields = ['seed', 'variation', 'prompt', 'width'] as const;
		assert.deepEqual(
			fields.filter(field => hears(card, field)),
			['seed', 'variation'],
		);
	});
});

describe('a recipe for a DCGAN', () => {
	const asked = async (wish: object) => {
		const card = { ...(await describeOf(dcganShapes('', classic, 4))), name: 'Moss' };
		return { card, recipe: fillRecipe({ prompt: '', ...wish }, card.defaults, 1) };
	};
	const note = async (wish: object, expected: readonly string[]) => {
		const { card, recipe } = await asked(wish);
		assert.deepEqual(unheardNotes(recipe, card), expected);
		refuseUnheard(recipe, card);
	};
	const refuse = async (wish: object, expected: RegExp) => {
		const { card, recipe } = await asked(wish);
		assert.throws(
			() => refuseUnheard(recipe, card),
			error => expected.test(JSON.stringify(failureOf(error))),
		);
	};
	it('needs no words', () => note({}, []));
	it('is noted where it has some', () =>
		note({ prompt: 'a cat', emphasis: 'none' }, [
			'Moss draws by the seed and the variation alone: the prompt had no say.',
		]));
	it('is noted where it asks for steps and guidance too', () =>
		note({ prompt: 'a cat', steps: 20, guidance: 7 }, [
			'Moss draws by the seed and the variation alone: the prompt, the steps and the guidance had no say.',
		]));
	it('is refused for another size', () => refuse({ width: 128 }, /"field":"width","why":"must be 64 for this model"/));
	it('is refused for a start', () => refuse({ start: { picture: '0'.repeat(64), strength: 0.5 } }, /"field":"start"/));
	it('is refused for what a model of words could add', async () => {
		await refuse({ tiling: 'both' }, /"field":"tiling"/);
		await refuse({ loras: [{ name: 'fox', unet: 1, encoder: 1 }] }, /"field":"loras"/);
		await refuse({ hires: { scale: 2, steps: 1, strength: 0.5 } }, /"field":"hires"/);
		await refuse({ prompt: '', controls: [] }, /"field":"controls"/);
	});
	it('may vary, and may ask for nothing', () =>
		note({ variation: { seed: 2, strength: 0.5 }, tiling: 'none', clipSkip: 1 }, []));
});

describe('a DCGAN is not opened', () => {
	const check = (shapes: Shapes, expected: RegExp, settings?: string) => async () => {
		const error: unknown = await dcgan.open(folderOf(shapes, settings), atOnce).then(
			() => assert.fail('it opened'),
			(thrown: unknown) => thrown,
		);
		assert.match(JSON.stringify(failureOf(error)), expected);
	};
	it('with pictures of two channels', check(dcganShapes('', [100, 8, 4, 2], 4), /modelRefused.*2 channels/));
	it('with pictures of 28 pixels', check(dcganShapes('', [100, 8, 4, 1], 7), /modelRefused.*28 pixels wide/));
	it('with pictures of 8 pixels', check(dcganShapes('', [100, 8, 3], 4), /modelRefused.*8 pixels wide/));
	it(
		'with a wider kernel inside',
		check(dcganShapes('', classic, 4).set('3.weight', [512, 256, 5, 5]), /modelRefused.*layer 3 is 5 wide/),
	);
	it(
		'with a norm that lacks its variance',
		check(without(dcganShapes('', classic, 4), '1.running_var'), /modelBroken.*no tensor 1.running_var/),
	);
	it(
		'with a tensor too many',
		check(dcganShapes('', classic, 4).set('1.extra', [3]), /modelBroken.*1 tensors.*1.extra/),
	);
	it('with settings that are none', check(dcganShapes('', classic, 4), /modelBroken.*moss.limn.json.*not JSON/, '{'));
});

function without(shapes: Shapes, name: string): Shapes {
	shapes.delete(name);
	return shapes;
}
