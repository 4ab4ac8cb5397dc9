// The safetensors header reader: sound files, each kind of hostile one, and anything at all.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { headerLength, parseHeader, prefixLength } from '../../models/weights/safetensors.ts';
import { failureIn } from '../fixtures/failing.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const sound = { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] };
const file = 'm.safetensors';

/** A file: its length prefix, the header, and `data` bytes. */
function bytesOf(header: string, data: number): Uint8Array {
	const text = utf8(header);
	const bytes = new Uint8Array(prefixLength + text.length + data);
	new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
	bytes.set(text, prefixLength);
	return bytes;
}

function read(bytes: Uint8Array) {
	const length = headerLength(file, bytes.subarray(0, 64), bytes.length);
	return parseHeader(file, bytes.subarray(prefixLength, prefixLength + length), bytes.length);
}

async function check(bytes: Uint8Array, why: RegExp, kind = 'modelBroken'): Promise<void> {
	const failure = await failureIn(() => read(bytes));
	assert.equal(failure?.kind, kind, JSON.stringify(failure));
	assert.match((failure as { why: string }).why, why);
}
const checkHeader = (header: unknown, why: RegExp) =>
	check(bytesOf(typeof header === 'string' ? header : JSON.stringify(header), 64), why);

describe('safetensors', () => {
	it('finds where every tensor lies', () => {
		const header = JSON.stringify({
			__metadata__: { format: 'pt' },
			a: sound,
			b: { ...sound, data_offsets: [24, 48] },
		});
		const start = prefixLength + header.length;
		const expected = [
			['a', { type: 'F32', dims: [2, 3], offset: start, length: 24 }],
			['b', { type: 'F32', dims: [2, 3], offset: start + 24, length: 24 }],
		];
		assert.deepEqual([...read(bytesOf(header, 48))], expected);
	});
	it('takes padding behind the header, empty tensors and scalars', () => {
		const header = JSON.stringify({
			nothing: { dtype: 'F16', shape: [0], data_offsets: [0, 0] },
			one: { dtype: 'BF16', shape: [], data_offsets: [0, 2] },
		});
		assert.deepEqual([...read(bytesOf(`${header}   `, 2)).keys()], ['nothing', 'one']);
	});

	it('tells a file that is cut off in its data', () => check(bytesOf(JSON.stringify({ a: sound }), 23), /cut off/));
	it('tells a file that is cut off in its header', () => check(bytesOf('{}', 0).subarray(0, 9), /cut off/));
	it('tells a file of a few bytes', () => check(Uint8Array.of(1, 2, 3), /only 3 bytes/));
	it('tells an empty file', () => check(new Uint8Array(0), /only 0 bytes/));
	it('does not allocate what a hostile length asks for', () =>
		check(new Uint8Array(64).fill(255), /not a safetensors file/));

	it('does not spend minutes on a header without end', () => {
		const prefix = Buffer.alloc(64, '{');
		prefix.writeBigUInt64LE(90_000_000n);
		assert.throws(() => headerLength('a', prefix, 1e9), /too long/);
	});

	it('refuses text that is not JSON', () => checkHeader('{"a":', /not JSON/));
	it('refuses bytes that are not text', () => {
		const bytes = bytesOf('{"aa":{}}', 0);
		bytes[prefixLength + 2] = 0xff;
		return check(bytes, /not text/);
	});
	it('refuses a list', () => checkHeader([], /not a JSON object/));
	it('refuses deep nesting', () => checkHeader('{"a":'.repeat(20), /nested too deeply/));
	it('refuses a name that comes twice', () =>
		checkHeader(`{"a":${JSON.stringify(sound)},"\\u0061":{}}`, /twice|not described|dtype/));
	it('refuses a key that comes twice inside', () =>
		checkHeader(`{"a":{"dtype":"F32","dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}`, /names "dtype" twice/));
	it('refuses an unknown type', () => checkHeader({ a: { ...sound, dtype: 'F8_E4M3' } }, /F8_E4M3/));
	it('refuses the name of an inherited property as a type', () =>
		checkHeader({ a: { ...sound, dtype: 'toString' } }, /toString/));
	it('refuses a negative side', () => checkHeader({ a: { ...sound, shape: [-2, -3] } }, /shape/));
	it('refuses a fraction', () => checkHeader({ a: { ...sound, data_offsets: [0.5, 24.5] } }, /data_offsets/));
	it('refuses offsets the wrong way round', () =>
		checkHeader({ a: { ...sound, data_offsets: [24, 0] } }, /ends before/));
	it('refuses a length that is not the shape’s', () => checkHeader({ a: { ...sound, shape: [2, 4] } }, /needs 32/));
	it('refuses shapes beyond counting', () => checkHeader({ a: { ...sound, shape: [2 ** 40, 2 ** 40] } }, /needs/));
	it('refuses overlap', () =>
		checkHeader({ a: sound, b: { ...sound, data_offsets: [20, 44] } }, /"a" and "b" overlap/));
	it('accepts no prototype as a tensor', () => checkHeader('{"__proto__":1}', /not described/));

	const foreign: readonly (readonly [string, Uint8Array, RegExp, string])[] = [
		['a pickle', Uint8Array.of(0x80, 2, 0x7d, 0x71, 0, 0, 0, 0, 0, 0, 0, 0), /pickle.*run code/, 'modelRefused'],
		['a torch archive', utf8('PK\x03\x04archive/data.pkl......'), /zip.*pickle/, 'modelRefused'],
		[
			'a Git LFS pointer',
			utf8('version https://git-lfs.github.com/spec/v1\noid sha256:0'),
			/LFS pointer/,
			'modelBroken',
		],
		['a web page', utf8('\n<!DOCTYPE html><html><body>404</body></html>'), /web page/, 'modelBroken'],
		['a GGUF file', utf8('GGUF............'), /GGUF/, 'modelBroken'],
	];
	for (const [name, bytes, why, kind] of foreign) it(`names ${name}`, () => check(bytes, why, kind));

	const json = fc.json({ maxDepth: 4 });
	const nearly = fc
		.record({
			dtype: fc.constantFrom('F32', 'F16', 'I64', 'X', 3),
			shape: fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 3 }),
			data_offsets: fc.array(fc.integer({ min: -4, max: 80 }), { minLength: 1, maxLength: 3 }),
		})
		.map(entry => JSON.stringify({ tensor: entry }));
	const endsWell = async (bytes: Uint8Array) => {
		const failure = await failureIn(() => read(bytes));
		assert.notEqual(failure?.kind, 'internal', JSON.stringify(failure));
	};
	it('reads or names the trouble of any bytes', () =>
		fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), endsWell)));
	it('reads or names the trouble of any header', () =>
		fc.assert(
			fc.asyncProperty(fc.oneof(json, nearly, fc.string()), fc.nat(64), (header, data) =>
				endsWell(bytesOf(header, data)),
			),
		));
});
