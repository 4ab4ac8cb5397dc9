// Put a placeholder now — a flat picture of the right size and format where one is missing, without any model.
import { workspace } from 'vscode';
import { fileSize } from '../../sidecar/documents/size.ts';
import { fileEdit } from '../destinations/linkedFile.ts';
import { fail } from '../../sidecar/protocol/failure.ts';
import { shown } from '../files.ts';
import { formatFor } from '../missing/create.ts';
import { orderIn } from '../missing/order.ts';
import type { Command } from './command.ts';

/** Pixels where the reference asks for none. */
const usual = { width: 512, height: 512 };

export const putPlaceholder: Command = {
	id: 'limn.putPlaceholder',
	async run({ engine }, given) {
		const { missing } = await orderIn(given);
		const { path, file } = missing;
		const bytes = await engine.placeholder({ path, format: formatFor(path), ...(fileSize(missing, usual) ?? usual) });
		const edit = await fileEdit([{ file, bytes }]);
		if (!(await workspace.applyEdit(edit)))
			throw fail({ kind: 'cannotWrite', path: file.path, why: 'other', detail: '' });
		return { outcome: 'placed', file: file.toString(), where: shown(file) };
	},
};
