// The packaged extension of this platform.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** What `npm run package` writes here. */
export const vsix = path.join(root, `out/${name}-${process.platform}-${process.arch}-${version}.vsix`);
