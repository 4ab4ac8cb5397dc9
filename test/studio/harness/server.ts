// Serves the Studio's page on the loopback: the host's own HTML and policy, the page bundled as it is shipped.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'esbuild';
import { studioPage } from '../../../webview/protocol.ts';

const root = join(import.meta.dirname, '../../..');
const nonce = 'harness';

/** A server that listens; `address` has no slash at its end. Takes `?theme=…&scene=…`. */
export async function serveStudio(): Promise<{ readonly server: Server; readonly address: string }> {
	const files = {
		...(await bundle('webview/main.ts', 'studio', 'esm')),
		...(await bundle('test/studio/harness/host.ts', 'host', 'iife')),
	};
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://loopback').pathname;
		void content(path, files, `http://${request.headers.host}`).then(
			body => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html' }).end(body),
			() => response.writeHead(404).end(),
		);
	});
	await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
	return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

async function content(
	path: string,
	files: Readonly<Record<string, string>>,
	origin: string,
): Promise<string | Buffer> {
	if (path === '/') return page(origin);
	if (path === '/favicon.ico') return '';
	const bundled = files[path];
	if (bundled !== undefined) return bundled;
	const codicon = /^\/codicons\/(codicon\.(?:css|ttf))$/.exec(path)?.[1];
	if (!codicon) throw new Error(`There is no ${normalize(path)}.`);
	return readFile(join(root, 'node_modules/@vscode/codicons/dist', codicon));
}

function page(origin: string): string {
	const html = studioPage({
		cspSource: origin,
		nonce,
		script: '/studio.js',
		style: '/studio.css',
		codicons: '/codicons/codicon.css',
	});
	return html.replace('<div id="studio">', `<script nonce="${nonce}" src="/host.js"></script>$&`);
}

async function bundle(entry: string, name: string, format: 'esm' | 'iife'): Promise<Record<string, string>> {
	const { outputFiles } = await build({
		entryPoints: { [name]: join(root, entry) },
		bundle: true,
		write: false,
		minify: true,
		format,
		target: 'es2022',
		platform: 'browser',
		outdir: '/',
		loader: { '.ttf': 'file' },
	});
	return Object.fromEntries(outputFiles.map(file => [`/${name}${extname(file.path)}`, file.text]));
}
