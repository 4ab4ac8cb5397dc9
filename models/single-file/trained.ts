// What a checkpoint's training decided, as far as its header tells: what it predicts, at which size, to which noise.
import type { FileHeader } from '../weights/classify.ts';
import type { Trained, Version } from './versions.ts';

/**
 * A tensor called `v_pred` or the metadata of the ModelSpec standard decide. Without either, the version does: Stable
 * Diffusion 2 is taken for the published model that predicts v; `NAME.limn.json` says otherwise for the 512-pixel one.
 */
export function trainedOf(version: Version, header: FileHeader): Trained & { readonly sampleSize: number } {
	const prediction = predictsV(version, header) ? 'v_prediction' : 'epsilon';
	return {
		prediction,
		zeroTerminalSnr: header.tensors.has('ztsnr'),
		sampleSize: version.sampleSize[prediction],
	};
}

function predictsV({ predicts }: Version, { tensors, metadata }: FileHeader): boolean {
	if (tensors.has('v_pred')) return true;
	const said = metadata['modelspec.prediction_type']?.toLowerCase();
	if (said !== undefined) return said.startsWith('v');
	const architecture = metadata['modelspec.architecture']?.toLowerCase() ?? '';
	return architecture.startsWith('stable-diffusion-v2-') ? architecture.includes('768') : predicts === 'v_prediction';
}
