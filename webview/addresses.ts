// Addresses of pictures held as bytes: one `blob:` for each, given back when the picture leaves the page.

const known = new Map<Uint8Array, string>();

/** The address of a picture's bytes; the same bytes have the same address. The browser finds out the format. */
export function addressOf(bytes: Uint8Array): string {
	const before = known.get(bytes);
	if (before) return before;
	const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
	known.set(bytes, address);
	return address;
}

/** Gives back the addresses of all pictures but these. */
export function keepAddresses(pictures: ReadonlySet<Uint8Array>): void {
	for (const [bytes, address] of known) {
		if (pictures.has(bytes)) continue;
		URL.revokeObjectURL(address);
		known.delete(bytes);
	}
}
