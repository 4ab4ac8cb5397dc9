// A small decoder for previews (TAESD) on a model: opened as a part of its own, beside the model's decoder.
import { fail } from '../../sidecar/protocol/failure.ts';
import type { ImageModel, Part } from '../family.ts';
import { parseJson } from '../json.ts';
import { tinyDecoderConfig, tinyDecoderTensors } from '../single-file/tiny-names.ts';
import { tinyDecoder, TinyDecoderConfig, tinyScale } from '../stable-diffusion/tiny-decoder.ts';
import { part } from '../weights/part.ts';
import { refuseSurplus } from '../weights/weights.ts';
import type { AddedFile } from './file.ts';

/**
 * `config`: the text of its config.json, if it has one. Its input is `latent` [1, C, h, w], its output `sample` [1, 3, H, W].
 * Throws `modelBroken` where it is not sound, and `modelRefused` where it is for other latents than the model's.
 */
export function openTinyDecoder(
	file: AddedFile,
	config: string | undefined,
	{ latent: { channels, downscale } }: Pick<ImageModel, 'latent'>,
): Part {
	const tensors = tinyDecoderTensors(file);
	const broken = (why: string) => fail({ kind: 'modelBroken', file: file.path, why });
	const told = config === undefined ? tinyDecoderConfig(tensors) : parseJson(config, broken);
	const parsed = TinyDecoderConfig.safeParse(told);
	if (!parsed.success) {
		const [{ path, message }] = parsed.error.issues;
		throw broken(`its config: ${path.join('.')}: ${message}`);
	}
	const settings = parsed.data;
	if (settings.latent_channels !== channels || tinyScale(settings) !== downscale) {
		const its = `${settings.latent_channels} channels a ${tinyScale(settings)}th of the picture’s size`;
		const why = `it decodes latents of ${its}, where the model’s have ${channels} a ${downscale}th`;
		throw fail({ kind: 'modelRefused', file: file.path, why });
	}
	const files = [{ ...file, tensors }];
	const bound = part('preview-decoder', files, g => tinyDecoder(g, settings));
	refuseSurplus(files, bound.asked, /^$/);
	return bound.part;
}
