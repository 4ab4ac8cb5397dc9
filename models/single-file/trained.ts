// What a checkpoint's training decided, as far as its header tells: what it predicts, at which size, to which noise.
import type { FileHeader } from '../weights/classify.ts';
import type { Trained, Version } from './configs.ts';

/**
 * A tensor called `v_pred` or the metadata of the ModelSpec standard decide. Without either, Stable Diffusion 1 predicts
 * noise at 512 pixels, and Stable Diffusion 2 is taken for the published 768-pixel model, which predicts v (as diffusers'
 * from_single_file takes it); `NAME.limn.json` says otherwise for the 512-pixel one.
 */
export function trainedOf(
	version: Version,
	{ tensors, metadata }: FileHeader,
): Trained & { readonly sampleSize: number } {
	const said = metadata['modelspec.prediction_type']?.toLowerCase();
	const architecture = metadata['modelspec.architecture']?.toLowerCase() ?? '';
	const predictsV =
		tensors.has('v_pred') ||
		(said !== undefined
			? said.startsWith('v')
			: architecture.startsWith('stable-diffusion-v2-')
				? architecture.includes('768')
				: version === 'sd2');
	return {
		prediction: predictsV ? 'v_prediction' : 'epsilon',
		zeroTerminalSnr: tensors.has('ztsnr'),
		sampleSize: version === 'sd2' && predictsV ? 96 : 64,
	};
}
