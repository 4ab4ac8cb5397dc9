// Bundles the four programs into dist/: the extension, the sidecar, the command line and the Studio's page.
import { cp } from 'node:fs/promises';
import esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const shared = {
	bundle: true,
	sourcemap: true,
	sourcesContent: false,
	logLevel: 'warning',
	legalComments: 'none',
	minify: !watch,
};
const node = {
	...shared,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	external: ['vscode', 'onnxruntime-node', 'koffi', 'sharp'],
	// A late import() becomes a late require(), so that the VSIX needs each package in one form only.
	supported: { 'dynamic-import': false },
	define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename_url' },
	banner: { js: 'const __filename_url = require("node:url").pathToFileURL(__filename).href;' },
};
const programs = [
	{ ...node, entryPoints: { extension: 'extension/main.ts' } },
	{ ...node, entryPoints: { sidecar: 'sidecar/main.ts', limn: 'sidecar/cli/main.ts' } },
	{
		...shared,
		platform: 'browser',
		format: 'esm',
		target: 'es2022',
		entryPoints: { studio: 'webview/main.ts', fill: 'webview/fill/main.ts' },
		loader: { '.ttf': 'file' },
	},
].map(program => ({ ...program, outdir: 'dist', outExtension: program.platform === 'node' ? { '.js': '.cjs' } : {} }));

await cp('node_modules/@vscode/codicons/dist', 'dist/codicons', {
	recursive: true,
	filter: file => !/\.(svg|csv|html|ts)$/.test(file),
});
for (const program of programs) {
	if (watch) await (await esbuild.context(program)).watch();
	else await esbuild.build(program);
}
