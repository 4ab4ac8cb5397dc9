// The list of schedules.
import type { ScheduleName } from '../../../sidecar/protocol/recipe.ts';
import type { Schedule } from '../conventions.ts';
import { ays } from './ays.ts';
import { exponential } from './exponential.ts';
import { karras } from './karras.ts';
import { leading } from './leading.ts';
import { linspace } from './linspace.ts';
import { sgmUniform } from './sgm-uniform.ts';
import { trailing } from './trailing.ts';

export const schedules: Record<ScheduleName, Schedule> = {
	leading,
	trailing,
	linspace,
	karras,
	exponential,
	'sgm-uniform': sgmUniform,
	ays,
};
