// Phaser 3's multi-atlas: one list for all pages.
import { baseOf, json, sheetOutput, stemOf } from './output.ts';
import { app, framesOf } from './texture-packer.ts';

export const phaser = sheetOutput({
	name: 'phaser',
	summary: 'Phaser 3 multi-atlas (NAME.phaser.json)',
	write: (pages, { out }) => [
		{
			path: `${stemOf(out)}.phaser.json`,
			text: json({
				textures: pages.map(page => ({
					...{ image: baseOf(page.image), format: 'RGBA8888', scale: 1 },
					size: { w: page.width, h: page.height },
					frames: framesOf(page),
				})),
				meta: { app, version: '3.0' },
			}),
		},
	],
});
