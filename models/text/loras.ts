// `<lora:name:weight>` in a prompt: which LoRAs it asks for, and the words without them.

/** A LoRA by its file's name without the ending, and how strongly it changes each network. */
export interface NamedLora {
	readonly name: string;
	readonly unet: number;
	readonly encoder: number;
}

export interface WithoutLoras {
	readonly text: string;
	readonly loras: readonly NamedLora[];
}

const tag = /<(?:lora|lyco):([^<>:]{1,200})((?::[^<>:]{0,40}){0,4})>/g;

/**
 * Takes the tags out, as A1111's `extra_networks.py` does: one number is for both networks, of two the first is the text
 * encoder's; `te=` and `unet=` name them. A tag whose numbers are none is text.
 */
export function takeLoras(prompt: string): WithoutLoras {
	const loras: NamedLora[] = [];
	const text = prompt.replace(tag, (whole, name: string, rest: string) => {
		const strengths = strengthsOf(rest.split(':').slice(1));
		if (!strengths) return whole;
		loras.push({ name: name.trim(), ...strengths });
		return '';
	});
	return { text, loras };
}

function strengthsOf(parts: readonly string[]): Omit<NamedLora, 'name'> | undefined {
	const named = new Map(parts.filter(part => part.includes('=')).map(part => part.split('=', 2) as [string, string]));
	const [first = '1', second = first] = parts.filter(part => !part.includes('='));
	const encoder = numberOf(named.get('te') ?? first);
	const unet = numberOf(named.get('unet') ?? (named.has('te') && parts.length === 1 ? named.get('te')! : second));
	return Number.isFinite(encoder) && Number.isFinite(unet) ? { unet, encoder } : undefined;
}

const numberOf = (text: string): number => (text.trim() === '' ? NaN : Number(text));
