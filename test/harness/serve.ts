// A VS Code on loopback with the packaged extension in it, for `npm start` where there is no desktop VS Code.
import { once } from 'node:events';
import path from 'node:path';
import { root } from './root.ts';
import { installExtension, makeProfile, startServer } from './server.ts';
import { vsix } from './vsix.ts';

/** Opens examples/ at an address of this machine until Ctrl-C. */
export async function serveExamples(): Promise<void> {
	const profile = await makeProfile({});
	await installExtension(profile, vsix);
	const server = await startServer(profile, () => {});
	const query = new URLSearchParams({ folder: path.join(root, 'examples') });
	console.log(`\nVS Code with Limn is at ${server.url}/?${query}\nCtrl-C ends it.`);
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	await server.stop();
	await profile.dispose();
}
