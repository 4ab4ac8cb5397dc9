// The operating system's error codes in Limn's words.
import { fail, type FailureError, type FileTrouble } from '../protocol/failure.ts';

const troubles: Readonly<Record<string, FileTrouble>> = {
	EEXIST: 'exists',
	ENOENT: 'missing',
	EACCES: 'denied',
	EPERM: 'denied',
	EROFS: 'denied',
	ENOSPC: 'full',
	EDQUOT: 'full',
	EISDIR: 'notAFile',
	ENOTDIR: 'notAFile',
	EFBIG: 'tooLarge',
};

/** The failure to throw for an error of a write to `path`. */
export function cannotWrite(path: string, error: unknown): FailureError {
	return fail({ kind: 'cannotWrite', path, ...troubleOf(error) });
}

/** The failure to throw for an error of a read of `path`. */
export function cannotRead(path: string, error: unknown): FailureError {
	return fail({ kind: 'cannotRead', path, ...troubleOf(error) });
}

function troubleOf(error: unknown): { why: FileTrouble; detail: string } {
	const code = codeOf(error);
	const detail = error instanceof Error ? error.message : String(error);
	return { why: (code !== undefined && troubles[code]) || 'other', detail };
}

/** The system's code of an error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
