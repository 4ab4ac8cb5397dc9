// Every failure has words, and the buttons that help with it come first.
import assert from 'node:assert/strict';
import { remediesOf, type Remedy } from '../../extension/failures.ts';
import type { Failure, FailureKind } from '../../sidecar/protocol/failure.ts';
import { sentence } from '../../sidecar/protocol/wording.ts';

/** One of each kind; the type asks for a new one when a kind is added. */
const samples: { readonly [Kind in FailureKind]: Extract<Failure, { kind: Kind }> } = {
	cancelled: { kind: 'cancelled' },
	restricted: { kind: 'restricted' },
	noPlace: { kind: 'noPlace', document: 'Untitled-1', why: 'untitled' },
	badRecipe: { kind: 'badRecipe', field: 'width', why: 'is not a multiple of 8' },
	modelMissing: { kind: 'modelMissing', model: 'dream', known: ['small'] },
	additionMissing: { kind: 'additionMissing', what: 'lora', name: 'moss', known: ['fern'] },
	additionRefused: { kind: 'additionRefused', what: 'controlnet', file: 'a.safetensors', why: 'it is a VAE' },
	modelRefused: { kind: 'modelRefused', file: 'a.ckpt', why: 'it can run code when opened' },
	modelBroken: { kind: 'modelBroken', file: 'a.safetensors', why: 'it ends early' },
	brokenNumbers: { kind: 'brokenNumbers', stage: 'step', step: 3, of: 20 },
	outOfMemory: { kind: 'outOfMemory', detail: '8 GB', width: 1024, height: 1024 },
	noDevice: { kind: 'noDevice', wish: 'cuda', reasons: [{ device: 'cuda', why: 'no driver' }] },
	runtimeMismatch: { kind: 'runtimeMismatch', file: 'libonnxruntime.so', found: '1.2', needed: '1.30' },
	cannotWrite: { kind: 'cannotWrite', path: 'a.png', why: 'denied', detail: '' },
	cannotRead: { kind: 'cannotRead', path: 'a.png', why: 'missing', detail: '' },
	badPicture: { kind: 'badPicture', path: 'a.txt', why: 'it is text' },
	noRecipe: { kind: 'noRecipe', path: 'a.png' },
	sidecarDied: { kind: 'sidecarDied', exit: 'signal SIGKILL', lastLines: [] },
	sidecarGivesUp: { kind: 'sidecarGivesUp', deaths: 5, lastLines: [] },
	versionMismatch: { kind: 'versionMismatch', mine: 1, theirs: 2 },
	internal: { kind: 'internal', detail: 'surprise' },
};

describe('what a person is offered', () => {
	function check(failure: Failure, expected: readonly Remedy[]): void {
		assert.deepEqual(remediesOf(failure), expected);
	}

	it('nothing after a cancel, which was wished', () => check(samples.cancelled, []));
	it('trust in a restricted workspace', () => check(samples.restricted, ['trust']));
	it('saving, for a document without a file', () => check(samples.noPlace, ['save', 'openStudio']));
	it('a folder, where there is no document', () =>
		check({ kind: 'noPlace', document: '', why: 'none' }, ['intoFolder', 'openStudio']));
	it('another model, when one is missing', () => check(samples.modelMissing, ['chooseModel', 'addModelFolder']));
	it('a smaller picture or another device, when memory runs out', () =>
		check(samples.outOfMemory, ['openStudio', 'chooseDevice']));
	it('starting again, after too many deaths', () => check(samples.sidecarGivesUp, ['restart', 'log', 'doctor']));
	it('the very setting that is wrong', () =>
		check({ kind: 'badRecipe', field: 'markdown.copyFiles.destination', why: 'is wrong' }, ['copyFilesRules']));

	it('the full list of what can be named, when a model is missing', () =>
		assert.equal(
			sentence(samples.modelMissing),
			'There is no model “dream”. Name small, or a .safetensors file, or the folder that holds its model_index.json.',
		));
	it('the end of a sentence before the next begins', () =>
		assert.equal(
			sentence({ kind: 'internal', detail: 'RangeError: no\n at x' }),
			'Something in Limn went wrong: RangeError: no. Please report it with the log.',
		));

	for (const failure of Object.values(samples)) {
		it(`words ${failure.kind} in whole sentences`, () => {
			assert.match(sentence(failure), /^[A-Z“/\w].*\.( .*\.)?$/su);
			assert.doesNotMatch(sentence(failure), /undefined|\[object/);
		});
	}
});
