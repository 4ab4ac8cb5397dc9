// `limn bench`: how long a model takes on this machine, measured through the same sidecar as everything else.
import type { Picture } from '../protocol/picture.ts';
import { deviceWishes } from '../protocol/picture.ts';
import { cardFor, foldersFor, withSidecar } from './asking.ts';
import type { Command } from './command.ts';
import { thisMachine } from './doctor.ts';
import { exitCodes } from './exit.ts';
import { number, oneOf, size, text, whole } from './values.ts';
import { completed } from './wish.ts';

export const bench: Command = {
	name: 'bench',
	summary: 'measures a model on this machine',
	help: `limn bench [--model ID|PATH] [--device NAME] [--size WxH] [--steps N] [--runs N] [--json]

Starts a sidecar, draws one picture cold and N (5) warm ones, and prints the medians of the
warm ones: seconds by the wall clock, as the sidecar measures each stage.`,
	options: {
		model: { type: 'string' },
		device: { type: 'string' },
		size: { type: 'string' },
		steps: { type: 'string' },
		runs: { type: 'string' },
		json: { type: 'boolean' },
	},
	mostWords: 0,
	async run({ values, terminal, signal }) {
		const wish = text(values, 'model');
		const device = oneOf(values, 'device', deviceWishes) ?? 'auto';
		const steps = number(values, 'steps');
		const runs = whole(values, 'runs', 1000) ?? 5;
		const gaps: number[] = [];
		const asking = {
			folders: foldersFor(wish),
			env: { LIMN_MEASURE: '1' },
			onLog: ({ text }: { readonly text: string }) => {
				const [, gap] = /longest gap of the event loop: ([\d.]+) ms/.exec(text) ?? [];
				if (gap !== undefined) gaps.push(Number(gap));
			},
		};
		const began = performance.now();
		const measured = await withSidecar(asking, async sidecar => {
			await sidecar.initialize();
			const ready = (performance.now() - began) / 1000;
			const card = await cardFor(sidecar, wish, signal);
			const asked = { prompt: 'a red circle on a blue background', seed: 1, ...size(values, 'size') };
			const recipe = completed(steps === undefined ? asked : { ...asked, steps }, card);
			const timed: { picture: Picture; seconds: number }[] = [];
			for (let run = 0; run <= runs; run++) {
				const start = performance.now();
				const { pictures } = await sidecar.generate(
					{ recipe, count: 1, format: 'png', device },
					{ onProgress: ({ stage }) => terminal.over(`run ${run} of ${runs}: ${stage}`), onPicture: () => {} },
					signal,
				);
				timed.push({ picture: pictures[0], seconds: (performance.now() - start) / 1000 });
			}
			terminal.over('');
			return { ready, recipe, card, timed };
		});
		const report = reportOf(measured, gaps);
		if (values['json'] === true) terminal.out(JSON.stringify({ machine: thisMachine(), ...report }, undefined, 2));
		else for (const line of inWords(report)) terminal.out(line);
		return exitCodes.ok;
	},
};

interface Measured {
	readonly ready: number;
	readonly recipe: { readonly width: number; readonly height: number; readonly steps: number };
	readonly card: { readonly name: string };
	readonly timed: readonly { readonly picture: Picture; readonly seconds: number }[];
}

function reportOf({ ready, recipe, card, timed }: Measured, gaps: readonly number[]) {
	const [cold, ...warm] = timed;
	const of = (pick: (picture: Picture) => number) => median(warm.map(({ picture }) => pick(picture)));
	return {
		model: card.name,
		device: cold.picture.making.device,
		size: `${recipe.width}x${recipe.height}`,
		steps: recipe.steps,
		runs: warm.length,
		seconds: {
			'process ready, no model': ready,
			'first picture, models loaded on the way': cold.seconds,
			'of it loading': cold.picture.making.seconds.load,
			'warm picture, prompt to PNG': median(warm.map(({ seconds }) => seconds)),
			'of it one step': of(({ making }) => making.seconds.steps) / recipe.steps,
			'of it decoding': of(({ making }) => making.seconds.decode),
			'of it writing the PNG': of(({ making }) => making.seconds.write),
		},
		gapMilliseconds: { cold: gaps[0], warm: Math.max(...gaps.slice(1)) },
	};
}

function inWords({
	model,
	device,
	size,
	steps,
	runs,
	seconds,
	gapMilliseconds,
}: ReturnType<typeof reportOf>): string[] {
	const { processor, cores, platform } = thisMachine();
	return [
		`${processor}, ${cores} cores, ${platform}`,
		`${model}, ${size}, ${steps} steps, on ${device}; wall clock, median of ${runs} warm pictures after one cold`,
		'',
		...Object.entries(seconds).map(([what, value]) => `${what.padEnd(42)}${value.toFixed(3).padStart(9)} s`),
		`${'longest gap of the event loop, cold'.padEnd(42)}${gapMilliseconds.cold.toFixed(1).padStart(8)} ms`,
		`${'longest gap of the event loop, warm'.padEnd(42)}${gapMilliseconds.warm.toFixed(1).padStart(8)} ms`,
	];
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
