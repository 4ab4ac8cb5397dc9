// `npm run demo`: from a fresh clone to a guide whose missing pictures are there, with Node and npm alone.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build, install, root, run } from '../test/harness/ready.mjs';

await install();
await build();
// What the last demo made is taken away, so that there is something missing again.
await rm(path.join(root, 'examples/docs/pictures'), { recursive: true, force: true });
await run(process.execPath, ['dist/limn.cjs', 'fill', 'examples/docs/guide.md']);
console.log('\nThe pictures are in examples/docs/pictures/; open examples/docs/guide.md to see them in place.');
