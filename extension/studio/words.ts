// What the Studio's page is shown of the editor's things: pictures, failures and the engine in its own words.
import type { Failure } from '../../sidecar/protocol/failure.ts';
import { wording } from '../../sidecar/protocol/wording.ts';
import type { StudioFailure, StudioPicture, StudioStatus } from '../../webview/protocol.ts';
import { deviceNames } from '../devices.ts';
import type { EngineState } from '../engine.ts';
import { actionsOf } from '../tell.ts';
import type { GalleryPicture } from './gallery.ts';

export function pictureFor({ id, picture, placed }: GalleryPicture): StudioPicture {
	const { bytes, format, width, height, recipe, making, notes } = picture;
	const { load, encode, steps, decode, write } = making.seconds;
	return {
		...{ id, bytes, format, width, height, recipe, notes, placed },
		modelName: making.modelName,
		device: deviceNames[making.device],
		seconds: load + encode + steps + decode + write,
	};
}

export function failureFor(failure: Failure): StudioFailure {
	return { ...wording(failure), actions: actionsOf(failure).filter(({ id }) => id !== 'openStudio') };
}

export function statusFor({ phase, waiting, device, devices }: EngineState): StudioStatus {
	const chosen = device ?? devices?.chosen;
	const why = devices?.reports.filter(report => !report.works || report.device === chosen).map(report => report.why);
	return {
		state: phase === 'off' ? 'idle' : phase,
		waiting,
		...(chosen ? { device: deviceNames[chosen] } : {}),
		...(why && why.length > 0 ? { detail: why.join(' ') } : {}),
	};
}
