// Three model cards for the harness: one with a closed vocabulary, one without, and one that reads no words.
import type { ModelCard } from '../../../sidecar/protocol/methods.ts';

const taught = (words: string) => words.split(' ').map(name => ({ name, also: [] }));

export const sketchCard: ModelCard = {
	id: 'sketch',
	name: 'Sketch',
	family: 'stable-diffusion',
	licence: 'MIT',
	builtIn: true,
	bytes: 12_000_000,
	defaults: {
		negative: '',
		model: 'sketch',
		width: 64,
		height: 64,
		steps: 20,
		guidance: 4,
		sampler: 'dpmpp-2m',
		schedule: 'karras',
	},
	vocabulary: {
		nouns: taught('circle square triangle star heart tree house sword potion key fish mushroom gem'),
		colours: taught('red orange yellow green blue purple white black'),
		backgrounds: taught('white black blue green'),
		materials: [],
		styles: [],
		textures: [],
		words: 'a an on background with please picture'.split(' '),
	},
};

export const largeCard: ModelCard = {
	id: '/models/landscape-v1-5',
	name: 'landscape-v1-5',
	family: 'stable-diffusion',
	licence: 'CreativeML Open RAIL-M',
	builtIn: false,
	bytes: 4_265_000_000,
	defaults: {
		negative: '',
		model: '/models/landscape-v1-5',
		width: 512,
		height: 512,
		steps: 25,
		guidance: 7.5,
		sampler: 'euler',
		schedule: 'leading',
	},
};

export const wordlessCard: ModelCard = {
	id: '/models/moss.safetensors',
	name: 'Moss',
	family: 'dcgan',
	licence: 'CC0-1.0',
	builtIn: false,
	bytes: 7_200_000,
	defaults: {
		negative: '',
		model: '/models/moss.safetensors',
		width: 64,
		height: 64,
		steps: 1,
		guidance: 1,
		sampler: 'euler',
		schedule: 'leading',
	},
	hears: ['seed'],
	draws: 'moss on stones',
};
