// Tells what a file that should hold safetensors is instead, from its first bytes.

export interface ForeignKind {
	/** Whether opening it elsewhere runs code that it holds. */
	readonly runsCode: boolean;
	readonly why: string;
}

const pickle = 'it is a pickle (a .ckpt or .bin by another name), which can run code when it is opened';

const kinds: readonly { readonly begins: readonly number[]; readonly is: ForeignKind }[] = [
	{ begins: [0x80, 0x02], is: { runsCode: true, why: pickle } },
	{ begins: [0x80, 0x03], is: { runsCode: true, why: pickle } },
	{ begins: [0x80, 0x04], is: { runsCode: true, why: pickle } },
	{ begins: [0x80, 0x05], is: { runsCode: true, why: pickle } },
	{ begins: ascii('PK\x03\x04'), is: { runsCode: true, why: `it is a zip archive: ${pickle}` } },
	{
		begins: ascii('version https://git-lfs'),
		is: { runsCode: false, why: 'it is a Git LFS pointer: the real file was not downloaded (run “git lfs pull”)' },
	},
	{
		begins: ascii('<'),
		is: { runsCode: false, why: 'it is a web page: the download was answered with an error page' },
	},
	{ begins: ascii('GGUF'), is: { runsCode: false, why: 'it is a GGUF file' } },
	{ begins: [0x1f, 0x8b], is: { runsCode: false, why: 'it is a gzip archive: unpack it first' } },
	{ begins: ascii('\x89HDF'), is: { runsCode: false, why: 'it is a HDF5 (Keras) file' } },
];

/** What the file is, when it is plainly something else than safetensors. */
export function foreignKind(prefix: Uint8Array): ForeignKind | undefined {
	// A safetensors file has '{' after its length, whatever that length's bytes happen to spell.
	if (prefix[8] === ascii('{')[0]) return undefined;
	const trimmed = prefix.subarray(prefix.findIndex(byte => !blank.includes(byte)));
	return kinds.find(({ begins }) => begins.every((byte, i) => trimmed[i] === byte))?.is;
}

const blank = ascii('\t\n\r ');

function ascii(text: string): number[] {
	return Array.from(text, character => character.charCodeAt(0));
}
