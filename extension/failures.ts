// Which buttons help with which failure. The words are in sidecar/protocol/wording.ts, the buttons' acts in tell.ts.
import type { Failure, FailureKind } from '../sidecar/protocol/failure.ts';

/** A way out that is one press away. */
export type Remedy =
	| 'trust'
	| 'save'
	| 'openStudio'
	| 'intoFolder'
	| 'chooseDevice'
	| 'chooseModel'
	| 'addModelFolder'
	| 'copyFilesRules'
	| 'restart'
	| 'doctor'
	| 'log'
	| 'reload';

/** The first is the one to press. A kind without a line here does not compile. */
const remedies: { readonly [Kind in FailureKind]: (failure: Extract<Failure, { kind: Kind }>) => readonly Remedy[] } = {
	cancelled: () => [],
	restricted: () => ['trust'],
	noPlace: ({ why }) => (why === 'untitled' ? ['save', 'openStudio'] : ['intoFolder', 'openStudio']),
	badRecipe: ({ field }) => (field.includes('copyFiles') ? ['copyFilesRules'] : ['openStudio']),
	modelMissing: () => ['chooseModel', 'addModelFolder'],
	modelRefused: () => ['chooseModel', 'doctor'],
	modelBroken: () => ['chooseModel', 'doctor'],
	additionMissing: () => ['addModelFolder', 'openStudio'],
	additionRefused: () => ['openStudio'],
	brokenNumbers: () => ['openStudio', 'chooseDevice'],
	outOfMemory: () => ['openStudio', 'chooseDevice'],
	noDevice: () => ['chooseDevice', 'doctor'],
	runtimeMismatch: () => ['doctor', 'log'],
	cannotWrite: () => ['log'],
	cannotRead: () => ['log'],
	badPicture: () => [],
	noRecipe: () => [],
	sidecarDied: () => ['log', 'doctor'],
	sidecarGivesUp: () => ['restart', 'log', 'doctor'],
	versionMismatch: () => ['reload'],
	internal: () => ['log', 'doctor'],
};

/** The ways out of a failure, best first; none where there is nothing to press. */
export function remediesOf<Kind extends FailureKind>(failure: Extract<Failure, { kind: Kind }>): readonly Remedy[] {
	return remedies[failure.kind as Kind](failure);
}
