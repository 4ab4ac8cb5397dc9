// Starts one of the two engines in this process: at most one runtime library may ever be loaded here.
import { bindingEngine } from './binding.ts';
import { cApiEngine } from './c-api-engine.ts';
import { runtimeLibrary } from './locate.ts';
import type { SessionConfig } from './options.ts';
import type { Engine } from './session.ts';

/** Throws `cannotRead` or `runtimeMismatch` when the runtime library is missing or another. `config` goes into every session. */
export async function startEngine(kind: Engine['kind'], config: SessionConfig): Promise<Engine> {
	return kind === 'c-api' ? await cApiEngine(await runtimeLibrary(process.env), config) : await bindingEngine(config);
}
