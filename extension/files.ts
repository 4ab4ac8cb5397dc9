// Files through VS Code's file systems, so that remote and virtual ones work like the disk.
import { FileSystemError, Uri, workspace } from 'vscode';
import { fail, FailureError, type FileTrouble } from '../sidecar/protocol/failure.ts';
import { freePath } from './names.ts';

/** Whether there is anything at `uri`. Throws `cannotRead` when the file system does not say. */
export async function exists(uri: Uri): Promise<boolean> {
	try {
		await workspace.fs.stat(uri);
		return true;
	} catch (error) {
		if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
		throw fail({ kind: 'cannotRead', path: uri.path, ...trouble(error) });
	}
}

/** `uri` itself, or the first of its numbered names that is free. */
export async function free(uri: Uri): Promise<Uri> {
	return uri.with({ path: await freePath(uri.path, path => exists(uri.with({ path }))) });
}

/** Writes a file and the folders above it. Throws `cannotWrite`. */
export async function write(uri: Uri, bytes: Uint8Array): Promise<void> {
	try {
		await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
		await workspace.fs.writeFile(uri, bytes);
	} catch (error) {
		throw fail({ kind: 'cannotWrite', path: uri.path, ...trouble(error) });
	}
}

/** The failure of a file that could not be read; what is one already stays it. */
export function cannotRead(path: string, error: unknown): FailureError {
	return error instanceof FailureError ? error : fail({ kind: 'cannotRead', path, ...trouble(error) });
}

/** A path as people read it: relative to its workspace folder, whole outside. */
export function shown(uri: Uri): string {
	return uri.scheme === 'file' ? workspace.asRelativePath(uri) : uri.path;
}

function trouble(error: unknown): { readonly why: FileTrouble; readonly detail: string } {
	const detail = error instanceof Error ? error.message : String(error);
	if (!(error instanceof FileSystemError)) return { why: 'other', detail };
	return { why: troubles[error.code] ?? 'other', detail };
}

const troubles: Readonly<Record<string, FileTrouble>> = {
	FileExists: 'exists',
	FileNotFound: 'missing',
	FileNotADirectory: 'missing',
	FileIsADirectory: 'notAFile',
	NoPermissions: 'denied',
};
