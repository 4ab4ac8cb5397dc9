// Packs the built extension into a VSIX for the platform this runs on, with that platform's native files only.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createVSIX } from '@vscode/vsce';

const { platform, arch } = process;
const target = `${platform}-${arch}`;
const { name, version } = JSON.parse(await readFile('package.json', 'utf8'));
const packagePath = `out/${name}-${target}-${version}.vsix`;

const native = [
	`node_modules/onnxruntime-node/bin/napi-v6/${platform}/${arch}/*.node`,
	`node_modules/onnxruntime-node/bin/napi-v6/${platform}/${arch}/*.dll`,
	`node_modules/onnxruntime-node/bin/napi-v6/${platform}/${arch}/libonnxruntime.so.1`,
	// The binding links this one; the versioned file beside it is the same library again.
	`node_modules/onnxruntime-node/bin/napi-v6/${platform}/${arch}/libonnxruntime.1.dylib`,
	`node_modules/@koromix/koffi-${target}/package.json`,
	`node_modules/@koromix/koffi-${target}/index.js`,
	`node_modules/@koromix/koffi-${target}/${platform}_${arch}/*.node`,
	`node_modules/@img/sharp-${target}/**`,
	`node_modules/@img/sharp-libvips-${target}/package.json`,
	`node_modules/@img/sharp-libvips-${target}/README.md`,
	`node_modules/@img/sharp-libvips-${target}/versions.json`,
	`node_modules/@img/sharp-libvips-${target}/lib/*`,
];

const ignoreFile = `out/${target}.vscodeignore`;
await mkdir('out', { recursive: true });
await rm(packagePath, { force: true });
await writeFile(ignoreFile, `${await readFile('.vscodeignore', 'utf8')}${native.map(file => `!${file}\n`).join('')}`);
await createVSIX({ target, packagePath, ignoreFile, allowMissingRepository: true, rewriteRelativeLinks: false });
