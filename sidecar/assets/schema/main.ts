// Writes the manifest's JSON schema, which package.json offers to VS Code: `npm run schema`.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { manifestSchema } from '../manifest.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'extension', 'schemas', 'manifest.schema.json');
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(manifestSchema(), undefined, '\t')}\n`);
