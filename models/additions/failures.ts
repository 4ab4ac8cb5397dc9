// What is wrong with a file that a recipe adds to a model.
import { fail, type AdditionKind, type FailureError } from '../../sidecar/protocol/failure.ts';

/** The file cannot be added to this model; `why` follows “FILE cannot be used: ”. */
export const refused = (what: AdditionKind, file: string, why: string): FailureError =>
	fail({ kind: 'additionRefused', what, file, why });
