// One running sidecar process and the connection to it: forked, watched, ended.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
	createMessageConnection,
	IPCMessageReader,
	IPCMessageWriter,
	type MessageConnection,
} from 'vscode-jsonrpc/node';
import type { AssetParams } from '../protocol/assets.ts';
import {
	asset,
	log,
	pictureDone,
	progress,
	status,
	type LogParams,
	type ProgressParams,
	type StatusParams,
} from '../protocol/methods.ts';
import type { Picture } from '../protocol/picture.ts';
import { lastLines } from './lines.ts';

export interface ChildSettings {
	/** The bundled sidecar program. */
	readonly entry: string;
	readonly env: Readonly<Record<string, string>>;
	readonly onStatus: (status: StatusParams) => void;
	readonly onLog: (log: LogParams) => void;
	readonly onProgress: (progress: ProgressParams) => void;
	readonly onAsset: (asset: AssetParams) => void;
	readonly onPicture: (done: { readonly job: number; readonly index: number; readonly picture: Picture }) => void;
}

/** How a process ended, and its last lines. */
export interface End {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly lastLines: readonly string[];
}

export interface Child {
	readonly pid: number;
	readonly connection: MessageConnection;
	/** Settles once, when the process is gone. */
	readonly ended: Promise<End>;
	/** Ends the process at once; nothing is asked. */
	kill(): void;
}

/** Starts the program. Never throws: a program that cannot start is a child that ended at once. */
export function startChild(settings: ChildSettings): Child {
	const child = fork(settings.entry, [], {
		execArgv: [],
		env: settings.env,
		// Structured clones: bytes travel as bytes. Standard output belongs to native libraries.
		serialization: 'advanced',
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	});
	const lines = lastLines([child.stdout!, child.stderr!], 40, text => settings.onLog({ level: 'debug', text }));
	const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child), silent);
	// A send that finds the channel gone (EPIPE) needs no act of its own: the end of the process follows.
	connection.onError(([error]) => settings.onLog({ level: 'warning', text: `sidecar channel: ${error.message}` }));
	connection.onNotification(status, settings.onStatus);
	connection.onNotification(log, settings.onLog);
	connection.onNotification(progress, settings.onProgress);
	connection.onNotification(pictureDone, settings.onPicture);
	connection.onNotification(asset, settings.onAsset);
	connection.listen();

	const gone = new Promise<Omit<End, 'lastLines'>>(resolve => {
		child.once('exit', (code, signal) => resolve({ code, signal }));
		child.once('error', error => {
			lines.push(error.message);
			if (child.pid === undefined) resolve({ code: null, signal: null });
		});
	});
	// A process that let go of its channel can answer nothing any more.
	child.once('disconnect', () => void delay(2000, undefined, { ref: false }).then(() => child.kill('SIGKILL')));
	return {
		pid: child.pid ?? 0,
		connection,
		ended: gone.then(async end => {
			// The last lines may still be in the pipe; a grandchild may hold it open for long.
			await Promise.race([once(child, 'close'), delay(100)]);
			connection.dispose();
			return { ...end, lastLines: lines };
		}),
		kill: () => void child.kill('SIGKILL'),
	};
}

const silent = { error: () => {}, warn: () => {}, info: () => {}, log: () => {} };
