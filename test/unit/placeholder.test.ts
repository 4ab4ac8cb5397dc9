// A placeholder: a file of the right format and size at once, coloured by its path, whatever that holds.
import assert from 'node:assert/strict';
import sharp from 'sharp';
import { placeholder } from '../../sidecar/pictures/placeholder.ts';
import { pictureFormats } from '../../sidecar/protocol/picture.ts';

describe('a placeholder', () => {
	const usual = { path: 'img/login.png', width: 320, height: 200, format: 'png' } as const;
	const corner = async (path: string) => [
		...(await sharp(await placeholder({ ...usual, path }))
			.extract({ left: 0, top: 0, width: 1, height: 1 })
			.raw()
			.toBuffer()),
	];

	for (const format of pictureFormats)
		it(`is a file of ${format}, exactly of its size`, async () => {
			const { format: found, width, height } = await sharp(await placeholder({ ...usual, format })).metadata();
			assert.deepEqual([found, width, height], [format === 'avif' ? 'heif' : format, 320, 200]);
		});
	it('has a colour of its path', async () => {
		assert.deepEqual(await corner('a.png'), await corner('a.png'));
		assert.notDeepEqual(await corner('a.png'), await corner('b.png'));
	});
	it('carries its name', async () => {
		const { channels } = await sharp(await placeholder(usual)).stats();
		assert.ok(
			channels.every(({ max }) => max > 240),
			'white letters',
		);
	});
	it('has a name of any signs', () => assert.doesNotReject(placeholder({ ...usual, path: '<b>&amp;"</i>.png' })));
	for (const [width, height] of [
		[1, 1],
		[4096, 1],
		[20, 300],
	])
		it(`may be ${width} by ${height}`, async () => {
			const found = await sharp(await placeholder({ ...usual, width, height })).metadata();
			assert.deepEqual([found.width, found.height], [width, height]);
		});
});
