// Networks give NaN without an error: whoever receives numbers looks.
import { fail, type Failure } from './protocol/failure.ts';

type Where = Omit<Extract<Failure, { kind: 'brokenNumbers' }>, 'kind'>;

/** The same values, or a `brokenNumbers` failure when one of them is NaN or infinite. */
export function requireFinite(values: Float32Array, where: Where): Float32Array {
	let sum = 0;
	// A sum of finite float32 cannot overflow a double; one NaN or infinity spoils it.
	for (const value of values) sum += value;
	if (!Number.isFinite(sum)) throw fail({ kind: 'brokenNumbers', ...where });
	return values;
}
