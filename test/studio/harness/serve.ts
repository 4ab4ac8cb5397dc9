// Shows the Studio in a browser: `npx tsx test/studio/harness/serve.ts` prints the address of each scene and theme.
import { scenes } from './scenes.ts';
import { serveStudio } from './server.ts';
import { themes } from './themes.ts';

const { address } = await serveStudio();
for (const scene of Object.keys(scenes)) {
	for (const theme of Object.keys(themes)) console.log(`${address}/?scene=${scene}&theme=${theme}`);
}
