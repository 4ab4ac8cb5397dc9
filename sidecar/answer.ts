// How a request is answered: its parameters checked, its cancellation a signal, its failure a response.
import { ResponseError, type CancellationToken } from 'vscode-jsonrpc/node';
import type { z } from 'zod';
import { checked } from './params.ts';
import { fail, failureOf, type Failure } from './protocol/failure.ts';
import { sentence } from './protocol/wording.ts';

/** A handler for vscode-jsonrpc out of one that takes checked parameters and a signal. */
export function answer<Schema extends z.ZodType, Result>(
	schema: Schema,
	handle: (params: z.output<Schema>, signal: AbortSignal) => Promise<Result>,
): (params: unknown, token: CancellationToken) => Promise<Result | ResponseError<Failure>> {
	return (params, token) => answered(token, signal => handle(checked(schema, params), signal));
}

/** The same for a request without parameters. */
export function answerPlain<Result>(
	handle: (signal: AbortSignal) => Promise<Result>,
): (token: CancellationToken) => Promise<Result | ResponseError<Failure>> {
	return token => answered(token, handle);
}

async function answered<Result>(
	token: CancellationToken,
	handle: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | ResponseError<Failure>> {
	const controller = new AbortController();
	const cancel = () => controller.abort(fail({ kind: 'cancelled' }));
	// A token that was cancelled before it was looked at never fires.
	if (token.isCancellationRequested) cancel();
	const listening = token.onCancellationRequested(cancel);
	try {
		return await handle(controller.signal);
	} catch (error) {
		const failure = failureOf(error);
		return new ResponseError(codes[failure.kind] ?? aFailure, sentence(failure), failure);
	} finally {
		listening.dispose();
	}
}

/** JSON-RPC's own codes where it has one; the failure itself travels as the error's data. */
const codes: Partial<Record<Failure['kind'], number>> = { cancelled: -32800, badRecipe: -32602, internal: -32603 };
const aFailure = 1;
