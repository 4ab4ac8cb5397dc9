// Writes everything that the golden scripts read into the folder given: the parity checkpoints, ControlNets and CLIP's tokenizer.
import { join } from 'node:path';
import {
	parityCheckpoints,
	writeClipTokenizer,
	writeParityCheckpoint,
	writeParityControlNets,
} from '../../fixtures/parity-checkpoints.ts';

const [root] = process.argv.slice(2);
for (const name of Object.keys(parityCheckpoints)) writeParityCheckpoint(root, name);
writeClipTokenizer(join(root, 'clip-tokenizer'));
writeParityControlNets(root);
