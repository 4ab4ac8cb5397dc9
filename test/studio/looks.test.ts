// How the Studio looks in each state and theme: photographed for the eye, and checked by axe for everyone else's.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import axe from 'axe-core';
import { studioInChromium } from './harness/chromium.ts';
import { scenes } from './harness/scenes.ts';
import { themes } from './harness/themes.ts';

const screens = 'out/screens';

describe('the Studio is accessible and fit to be seen', () => {
	const { page, open } = studioInChromium();

	before(() => mkdir(screens, { recursive: true }));

	for (const theme of Object.keys(themes)) {
		for (const scene of Object.keys(scenes)) {
			it(`${scene}, ${theme}`, async () => {
				await open(scene, theme);
				await page().screenshot({ path: `${screens}/${scene}-${theme}.png` });
				await page().evaluate(axe.source);
				const { violations } = await page().evaluate(() =>
					(globalThis as unknown as { axe: typeof axe }).axe.run({ preload: false }),
				);
				const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
				assert.deepEqual(
					serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
					[],
				);
			});
		}
	}

	for (const { width, height } of [
		{ width: 320, height: 900 },
		{ width: 560, height: 900 },
		{ width: 1600, height: 900 },
	]) {
		it(`needs no sideways scrolling at ${width} px`, async () => {
			await page().setViewportSize({ width, height });
			for (const scene of ['empty', 'running', 'results', 'start', 'failure']) {
				await open(scene, 'dark-modern');
				await page().screenshot({ path: `${screens}/${scene}-${width}.png`, fullPage: true });
				const wider = await page().evaluate(() => document.documentElement.scrollWidth - innerWidth);
				assert.ok(wider <= 0, `${scene} is ${wider} px too wide`);
			}
		});
	}
});
