// Sample pictures for the harness, drawn in the browser as the built-in model would: one thing on a plain sheet.
import type { StudioPicture } from '../../../webview/protocol.ts';
import { sketchCard } from './models.ts';

/** What is drawn: a shape's path in a square of side 1. */
const shapes: Readonly<Record<string, (paper: OffscreenCanvasRenderingContext2D) => void>> = {
	circle: paper => paper.arc(0.5, 0.5, 0.32, 0, 2 * Math.PI),
	square: paper => paper.rect(0.2, 0.2, 0.6, 0.6),
	triangle: paper => polygon(paper, 3, 0.4, 0.4),
	star: paper => polygon(paper, 5, 0.4, 0.17),
	gem: paper => polygon(paper, 4, 0.4, 0.33),
};

/** A finished picture of `colour shape on a background background`. */
export async function sample(
	id: string,
	words: { colour: string; shape: string; background: string },
	size: { width: number; height: number },
	placed: StudioPicture['placed'],
): Promise<StudioPicture> {
	const { colour, shape, background } = words;
	const paper = new OffscreenCanvas(size.width, size.height).getContext('2d');
	if (!paper) throw new Error('This browser has no 2D canvas.');
	paper.fillStyle = background;
	paper.fillRect(0, 0, size.width, size.height);
	const side = Math.min(size.width, size.height);
	paper.translate((size.width - side) / 2, (size.height - side) / 2);
	paper.scale(side, side);
	paper.beginPath();
	shapes[shape]?.(paper);
	paper.closePath();
	paper.fillStyle = colour;
	paper.fill();
	const bytes = new Uint8Array(await (await paper.canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
	return {
		id,
		bytes,
		format: 'png',
		...size,
		recipe: {
			...sketchCard.defaults,
			...size,
			prompt: `a ${colour} ${shape} on a ${background} background`,
			seed: 1000 + Number(id),
			emphasis: 'a1111',
		},
		modelName: sketchCard.name,
		device: 'CPU',
		seconds: 1.4,
		notes: [],
		placed,
	};
}

/** Noise that clears into a disc: what previews look like half-way. */
export function preview(side: number): { width: number; height: number; rgba: Uint8Array } {
	const rgba = new Uint8Array(side * side * 4);
	for (let i = 0; i < side * side; i++) {
		const inside = Math.hypot((i % side) - side / 2, Math.floor(i / side) - side / 2) < side * 0.32;
		const grain = (Math.imul(i ^ (i >> 3), 0x9e3779b1) >>> 25) - 64;
		const clamp = (value: number): number => Math.min(255, Math.max(0, value + grain));
		rgba.set([clamp(inside ? 200 : 110), clamp(inside ? 60 : 170), clamp(inside ? 60 : 230), 255], i * 4);
	}
	return { width: side, height: side, rgba };
}

function polygon(paper: OffscreenCanvasRenderingContext2D, points: number, outer: number, inner: number): void {
	for (let i = 0; i < points * 2; i++) {
		const radius = i % 2 === 0 ? outer : inner;
		const angle = (Math.PI * i) / points - Math.PI / 2;
		paper.lineTo(0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle));
	}
}
