// Paths of pictures: from a link to a file, and from a document's place to a link.

/** The file's name in a link: percent signs resolved, query and anchor left off. */
export function decodedPath(link: string): string {
	const [name = ''] = link.split(/[?#]/);
	try {
		return decodeURIComponent(name);
	} catch {
		// A lone percent sign is part of the name.
		return name;
	}
}

/** A relative path as a link names it. */
export function encodedPath(path: string): string {
	return encodeURI(path.toWellFormed()).replace(/[?#]/g, encodeURIComponent);
}

/** The way from a document to a file, both as paths with slashes from the same root. */
export function relativePath(document: string, file: string): string {
	const from = document.split('/').slice(0, -1);
	const to = file.split('/');
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	const path = [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
	// A colon in the first folder's name would make it a scheme.
	return /^[^/]*:/.test(path) ? `./${path}` : path;
}
