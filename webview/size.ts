// The size: shapes of about the area the model was made for, or exact numbers in multiples of 8.
import { html, type TemplateResult } from 'lit';
import type { ModelCard } from '../sidecar/protocol/methods.ts';
import type { Act } from './act.ts';
import { snapSide, withHeight, withWidth, type Draft } from './draft.ts';
import { choiceField, iconButton, iconSwitch, numberInput } from './fields.ts';
import { sizeLabel } from './labels.ts';

/** Shape, width, height, lock and swap. */
export function sizePiece(draft: Draft, card: ModelCard | undefined, act: Act): TemplateResult {
	const presets = presetsOf(card?.defaults ?? draft);
	const shown = presets.find(({ width, height }) => width === draft.width && height === draft.height);
	const custom = { value: 'custom', label: 'Custom' };
	const options = presets.map(preset => ({ value: preset.name, label: `${preset.name} · ${sizeLabel(preset)}` }));
	const side = { placeholder: '', step: 8, nearest: snapSide };
	return html`${choiceField({
			id: 'size',
			label: 'Size',
			value: shown?.name ?? custom.value,
			options: [...options, ...(shown ? [] : [custom])],
			change: name => {
				const preset = presets.find(one => one.name === name);
				if (preset) act.edit({ ...draft, width: preset.width, height: preset.height });
			},
		})}
		<div class="size">
			${numberInput({
				...side,
				id: 'width',
				label: 'Width in pixels',
				value: draft.width,
				change: pixels => act.edit(withWidth(draft, pixels)),
			})}
			<span aria-hidden="true">×</span>
			${numberInput({
				...side,
				id: 'height',
				label: 'Height in pixels',
				value: draft.height,
				change: pixels => act.edit(withHeight(draft, pixels)),
			})}
			${iconButton({
				icon: 'arrow-swap',
				label: 'Swap width and height',
				press: () => act.edit({ ...draft, width: draft.height, height: draft.width }),
			})}
			${iconSwitch(
				{
					icon: 'link',
					label: 'Keep the ratio of width and height',
					press: () => act.edit({ ...draft, lockRatio: !draft.lockRatio }),
				},
				draft.lockRatio,
			)}
		</div>`;
}

interface Preset {
	readonly name: string;
	readonly width: number;
	readonly height: number;
}

/** Shapes of about the same area as the model's own size, which is what it draws best. */
function presetsOf({ width, height }: { readonly width: number; readonly height: number }): readonly Preset[] {
	const side = Math.sqrt(width * height);
	return shapes.map(({ name, ratio }) => ({
		name,
		width: snapSide(side * Math.sqrt(ratio)),
		height: snapSide(side / Math.sqrt(ratio)),
	}));
}

const shapes = [
	{ name: 'Square', ratio: 1 },
	{ name: 'Landscape', ratio: 3 / 2 },
	{ name: 'Portrait', ratio: 2 / 3 },
	{ name: 'Wide', ratio: 16 / 9 },
	{ name: 'Tall', ratio: 9 / 16 },
];
