// The samplers and schedules of k-diffusion's kin, by the names that ComfyUI, SwarmUI, Fooocus, InvokeAI and NovelAI use.
import type { SamplerName, ScheduleName } from '../../protocol/recipe.ts';

const samplers: Readonly<Record<string, SamplerName>> = {
	euler: 'euler',
	euler_a: 'euler-ancestral',
	euler_ancestral: 'euler-ancestral',
	heun: 'heun',
	dpmpp_2m: 'dpmpp-2m',
	ddim: 'ddim',
	ddim_v3: 'ddim',
	ddpm: 'ddpm',
	pndm: 'pndm',
	plms: 'pndm',
	unipc: 'unipc',
	uni_pc: 'unipc',
	lcm: 'lcm',
};

const schedules: Readonly<Record<string, ScheduleName>> = {
	normal: 'linspace',
	simple: 'trailing',
	ddim_uniform: 'leading',
	karras: 'karras',
	exponential: 'exponential',
	sgm_uniform: 'sgm-uniform',
	align_your_steps: 'ays',
};

export const samplerNamed = (name: unknown): SamplerName | undefined => found(samplers, name);
export const scheduleNamed = (name: unknown): ScheduleName | undefined => found(schedules, name);

function found<Name>(names: Readonly<Record<string, Name>>, name: unknown): Name | undefined {
	const plain = typeof name === 'string' ? name.toLowerCase() : '';
	return Object.hasOwn(names, plain) ? names[plain] : undefined;
}
