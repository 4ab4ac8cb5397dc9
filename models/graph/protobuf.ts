// A protobuf writer: the few wire types that an ONNX model needs.
import { toUtf8 } from '../utf8.ts';

/** Collects one message; every method returns the message, so that fields chain. */
export interface Message {
	/** A varint field: int32, int64, enum or bool; a negative number takes ten bytes, as the format asks. */
	int(field: number, value: number): Message;
	/** A 32-bit little-endian float field. */
	float(field: number, value: number): Message;
	bytes(field: number, value: Uint8Array): Message;
	text(field: number, value: string): Message;
	message(field: number, value: Message): Message;
	/** The beginning of a bytes field whose `length` bytes are put behind by who asks. */
	begin(field: number, length: number): Message;
	/** The bytes written so far; a view that the next write may leave behind. */
	done(): Uint8Array;
}

const varintType = 0;
const lengthType = 2;
const fixed32Type = 5;

/** An empty message. */
export function message(): Message {
	let buffer = new Uint8Array(64);
	let used = 0;

	function room(bytes: number): void {
		if (used + bytes <= buffer.length) return;
		const larger = new Uint8Array(Math.max(buffer.length * 2, used + bytes));
		larger.set(buffer);
		buffer = larger;
	}
	function varint(value: number): void {
		room(10);
		// Bit operations end at 32 bits; offsets into weight files go beyond, so large values take the BigInt road.
		if (value >= 0 && value < 2 ** 31) {
			for (; value > 127; value >>>= 7) buffer[used++] = (value & 127) | 128;
			buffer[used++] = value;
			return;
		}
		let wide = BigInt.asUintN(64, BigInt(value));
		for (; wide > 127n; wide >>= 7n) buffer[used++] = Number(wide & 127n) | 128;
		buffer[used++] = Number(wide);
	}
	const self: Message = {
		int(field, value) {
			varint(field * 8 + varintType);
			varint(value);
			return self;
		},
		float(field, value) {
			varint(field * 8 + fixed32Type);
			room(4);
			new DataView(buffer.buffer).setFloat32(used, value, true);
			used += 4;
			return self;
		},
		begin(field, length) {
			varint(field * 8 + lengthType);
			varint(length);
			return self;
		},
		bytes(field, value) {
			self.begin(field, value.length);
			room(value.length);
			buffer.set(value, used);
			used += value.length;
			return self;
		},
		text: (field, value) => self.bytes(field, toUtf8(value)),
		message: (field, value) => self.bytes(field, value.done()),
		done: () => buffer.subarray(0, used),
	};
	return self;
}
