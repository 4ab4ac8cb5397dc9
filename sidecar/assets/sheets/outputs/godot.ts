// Godot 4's SpriteFrames: an animation for each name, whose frames are the names that only differ by a number at the end.
import type { Frame, Page } from '../page.ts';
import { sheetOutput, stemOf } from './output.ts';

export const godot = sheetOutput({
	name: 'godot',
	summary: 'Godot 4 SpriteFrames of AtlasTextures (NAME.tres)',
	write: (pages, { out, resources }) => [{ path: `${stemOf(out)}.tres`, text: resource(pages, resources) }],
});

/** Frames a second, as Godot's own editor begins. */
const speed = '5.0';

function resource(pages: readonly Page[], resources: string): string {
	const all = pages.flatMap((page, i) => page.frames.map(frame => ({ frame, page: i + 1 })));
	const external = pages.map(
		({ image }, i) => `[ext_resource type="Texture2D" path=${quoted(resources + image)} id="${i + 1}"]\n`,
	);
	const internal = all.map(({ frame, page }, i) => atlasTexture(frame, page, i + 1));
	const animations = [...groups(all.map(({ frame }) => frame.name))].map(([name, ids]) => animation(name, ids));
	return [
		`[gd_resource type="SpriteFrames" load_steps=${pages.length + all.length + 1} format=3]\n`,
		external.join(''),
		...internal,
		`[resource]\nanimations = [${animations.join(', ')}]\n`,
	].join('\n');
}

/** `margin` is what was trimmed: how far the stored part is moved, and how much smaller it is. */
function atlasTexture({ x, y, width, height, whole }: Frame, page: number, id: number): string {
	const margin =
		width === whole.width && height === whole.height
			? ''
			: `margin = Rect2(${whole.left}, ${whole.top}, ${whole.width - width}, ${whole.height - height})\n`;
	return `[sub_resource type="AtlasTexture" id="sprite_${id}"]\natlas = ExtResource("${page}")\nregion = Rect2(${x}, ${y}, ${width}, ${height})\n${margin}`;
}

function animation(name: string, ids: readonly number[]): string {
	const frames = ids.map(id => `{\n"duration": 1.0,\n"texture": SubResource("sprite_${id}")\n}`);
	return `{\n"frames": [${frames.join(', ')}],\n"loop": true,\n"name": &${quoted(name)},\n"speed": ${speed}\n}`;
}

function groups(names: readonly string[]): Map<string, number[]> {
	const found = new Map<string, number[]>();
	for (const [i, name] of names.entries()) {
		const stem = name.replace(/[_-]?\d+$/, '') || name;
		found.set(stem, [...(found.get(stem) ?? []), i + 1]);
	}
	return found;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
