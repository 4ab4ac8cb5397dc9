// `npm test [stage [arguments]]`: installs what is missing, then runs every stage, or one with those it builds on.
import { install } from './harness/ready.mjs';

await install();
const { register } = await import('tsx/esm/api');
register();
const { runStages } = await import('./harness/stages.ts');
process.exit(await runStages(process.argv.slice(2)));
