// The sidecar process: a table of contents of what can be asked of it.
import { homedir, totalmem } from 'node:os';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import { families } from '../models/index.ts';
import { syncAssets } from './asset-jobs.ts';
import { overview } from './assets/problems.ts';
import { answer, answerPlain } from './answer.ts';
import { probeChild, probeRequest } from './engine/probe-child.ts';
import { Jobs } from './jobs.ts';
import { InspectParams, PostParams, said, workedAlone } from './finished.ts';
import { builtInModels } from './library/built-in.ts';
import { Library } from './library/library.ts';
import { usualPlaces } from './library/places.ts';
import { endWithParent, idleWatch } from './life.ts';
import {
	AssetsPlanParams,
	AssetsSyncParams,
	DeviceProbeParams,
	GenerateParams,
	InitializeParams,
	ModelHashParams,
	PlaceholderParams,
} from './params.ts';
import { placeholder } from './pictures/placeholder.ts';
import { sharp } from './pictures/sharp.ts';
import type { AssetParams } from './protocol/assets.ts';
import { fail } from './protocol/failure.ts';
import * as methods from './protocol/methods.ts';
import { Residency } from './residency.ts';
import { openRuntime } from './runtime.ts';
import { settingsFrom } from './settings.ts';
import { limnVersion } from './version.ts';
import { wildcardsIn } from './wildcards.ts';

function serve(): void {
	const version = limnVersion(import.meta.dirname);
	const settings = settingsFrom(process.env, totalmem());
	const connection = createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
	// A message that cannot be sent has lost its reader: the process ends with it.
	const say = (sent: Promise<void>) => void sent.catch(() => {});
	const log = (level: methods.LogParams['level'], text: string) =>
		say(connection.sendNotification(methods.log, { level, text }));

	const runtime = openRuntime(process.argv[1], text => log('warning', text));
	const library = new Library(families, builtInModels(import.meta.dirname));
	const residency = new Residency(() => runtime.engine(), settings.budget);
	const jobs = new Jobs({
		residency,
		threads: settings.threads,
		open: model => library.open(model),
		shelves: {
			find: (kind, name) => library.addition(kind, name),
			embeddings: () => library.embeddings(),
			previewDecoder: name => library.previewDecoder(name),
		},
		place: wish => runtime.devices.choose(wish),
		onProgress: progress => say(connection.sendNotification(methods.progress, progress)),
		onPicture: (job, index, picture) => say(connection.sendNotification(methods.pictureDone, { job, index, picture })),
		onStatus: status => say(connection.sendNotification(methods.status, status)),
		wildcards: wildcardsIn(settings.wildcards),
		room: settings.room,
		onGap: gap => {
			if (settings.measure) log('info', `longest gap of the event loop: ${gap.toFixed(1)} ms`);
		},
	});
	const rest = async () => {
		library.forget();
		await jobs.rest();
	};
	const begin = idleWatch({ ...settings, drop: rest });
	const awake = async <Result>(work: () => Promise<Result>): Promise<Result> => {
		const done = begin();
		return await work().finally(done);
	};

	connection.onRequest(
		methods.initialize,
		answer(InitializeParams, ({ protocol, client, modelFolders, findModels }) =>
			awake(async () => {
				if (protocol !== methods.protocolVersion) {
					throw fail({ kind: 'versionMismatch', mine: protocol, theirs: methods.protocolVersion });
				}
				const places = findModels && settings.findModels ? await usualPlaces(process.env, homedir()) : [];
				library.lookIn(modelFolders, places);
				log('info', `asked by ${client}`);
				// Loading the picture library takes longer than the event loop may be away in a job: now, not then.
				setImmediate(() => void sharp().catch(() => {}));
				return { protocol: methods.protocolVersion, version };
			}),
		),
	);
	connection.onRequest(
		methods.generate,
		answer(GenerateParams, (params, signal) => awake(() => jobs.generate(params, signal))),
	);
	connection.onRequest(
		methods.modelsList,
		answerPlain(() => awake(() => library.list())),
	);
	connection.onRequest(
		methods.modelHash,
		answer(ModelHashParams, ({ model }) => awake(async () => ({ hash: await (await library.open(model)).hash() }))),
	);
	connection.onRequest(
		methods.deviceProbe,
		answer(DeviceProbeParams, ({ wish }) => awake(() => runtime.probe(wish))),
	);
	connection.onRequest(
		methods.placeholder,
		answer(PlaceholderParams, params => awake(async () => ({ bytes: await placeholder(params) }))),
	);
	connection.onRequest(
		methods.assetsPlan,
		answer(AssetsPlanParams, ({ manifest, text }) => awake(() => overview(manifest, text))),
	);
	const onAsset = (asset: AssetParams) => say(connection.sendNotification(methods.asset, asset));
	connection.onRequest(
		methods.assetsSync,
		answer(AssetsSyncParams, (params, signal) => awake(() => syncAssets(params, { library, jobs, onAsset }, signal))),
	);
	connection.onRequest(
		methods.inspect,
		answer(InspectParams, params => awake(() => said(params))),
	);
	connection.onRequest(
		methods.post,
		answer(PostParams, params => awake(() => workedAlone(params))),
	);
	connection.onRequest(
		methods.shutdown,
		answerPlain(async () => {
			// After the answer is on its way.
			setImmediate(() => process.exit(0));
			return null;
		}),
	);
	connection.listen();
	endWithParent();
	// A terminal's Ctrl-C goes to every process of the group; what it means is the parent's to say.
	process.on('SIGINT', () => {});
	// Its child process starts while the first question is on its way; a failure is that question's answer.
	runtime.engine().catch(() => {});
}

const probe = probeRequest(process.argv.slice(2));
if (probe) void probeChild(probe);
else serve();
