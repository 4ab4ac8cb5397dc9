// `npm start`: a VS Code with Limn in it on examples/, the desktop one if there is one, else code-server on loopback.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { build, install, root, run } from '../test/harness/ready.mjs';

await install();
await build();
const code = desktop();
const extension = `--extensionDevelopmentPath=${root}`;
if (code) await run(code, [extension, path.join(root, 'examples')]);
else await serve();

/** The path of desktop VS Code's command. */
function desktop() {
	const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders.flatMap(folder => names.map(name => path.join(folder, name))).find(isProgram);
}

function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Serves VS Code until Ctrl-C. */
async function serve() {
	await run(process.execPath, ['package.mjs']);
	const { register } = await import('tsx/esm/api');
	register();
	const { serveExamples } = await import('../test/harness/serve.ts');
	await serveExamples();
}
