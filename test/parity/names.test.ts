// The names of LDM checkpoints at full size land where diffusers' own converter puts them.
import { readFileSync } from 'node:fs';
import { singleFileFolder } from '../../models/single-file/folder.ts';
import { sd15, sd21, sdxl, sdxlRefiner } from '../fixtures/architectures.ts';
import { checkEqual } from '../fixtures/nearness.ts';
import { headerOf, ldmShapes } from '../fixtures/ldm-shapes.ts';

/** LDM names by diffusers names, by part, by checkpoint; `[i]` is the i-th third of a fused tensor. */
type Golden = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
const golden = JSON.parse(readFileSync(new URL('goldens/names/names.json', import.meta.url), 'utf8')) as Golden;
const files: Readonly<Record<string, string>> = {
	text_encoder: 'text_encoder/model.safetensors',
	text_encoder_2: 'text_encoder_2/model.safetensors',
	unet: 'unet/diffusion_pytorch_model.safetensors',
	vae: 'vae/diffusion_pytorch_model.safetensors',
};

describe('the names of a checkpoint in one file agree with diffusers', () => {
	for (const [name, architecture] of Object.entries({ sd15, sd21, sdxl, 'sdxl-refiner': sdxlRefiner })) {
		for (const [part, expected] of Object.entries(golden[name])) {
			it(`${name}, ${part}: ${Object.keys(expected).length} tensors`, async () => {
				const weights = headerOf(ldmShapes(architecture), 'F16', {});
				const merges = async () => '';
				const folder = singleFileFolder({
					path: 'a.safetensors',
					weights,
					vae: undefined,
					settings: undefined,
					merges,
				});
				const { tensors } = await folder.weights(files[part]);
				const got = Object.fromEntries(
					[...tensors].map(([to, { offset }]) => [transformersName(to), sourceOf(weights.tensors, offset)]),
				);
				checkEqual(
					{ what: `${name} in one file: names of tensors`, against: 'the converter of diffusers' },
					got,
					expected,
				);
			});
		}
	}
});

/** The one matrix that keeps OpenCLIP's name, since it lies the other way round. */
const transformersName = (name: string): string => (name === 'text_projection' ? 'text_projection.weight' : name);

/** The name of the tensor in which `offset` lies, and the third where it is fused. */
function sourceOf(tensors: ReturnType<typeof headerOf>['tensors'], offset: number): string {
	const [name, at] = [...tensors].find(([, each]) => offset >= each.offset && offset < each.offset + each.length)!;
	return name.includes('in_proj_') ? `${name}[${((offset - at.offset) * 3) / at.length}]` : name;
}
