// The API tests: bundled here, then run by `vscode-test` in code-server where that fits, else in a downloaded VS Code.
import { mkdir, rm, cp } from 'node:fs/promises';
import { defineConfig } from '@vscode/test-cli';
import esbuild from 'esbuild';

await rm('out/editor', { recursive: true, force: true });
await esbuild.build({
	entryPoints: ['test/editor/suite/**/*.test.ts'],
	outdir: 'out/editor',
	outExtension: { '.js': '.cjs' },
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	sourcemap: 'inline',
	external: ['vscode', 'mocha'],
	logLevel: 'warning',
});

const workspaceFolder = '.vscode-test/workspace';
await rm(workspaceFolder, { recursive: true, force: true });
await mkdir('.vscode-test', { recursive: true });
await cp('test/editor/workspace', workspaceFolder, { recursive: true });

const codeServer = process.platform === 'linux' && process.arch === 'x64' && process.env.VSCODE_TEST_DOWNLOAD !== '1';
export default defineConfig({
	files: 'out/editor/**/*.test.cjs',
	workspaceFolder,
	mocha: { ui: 'bdd', timeout: 60_000 },
	...(codeServer && { useInstallation: { fromPath: 'test/harness/code.mjs' } }),
});
