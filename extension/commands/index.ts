// The editor's commands. A new one is a file beside this, a line here and its title in package.json.
import { cancel } from './cancel.ts';
import type { Command } from './command.ts';
import { createPicture } from './createPicture.ts';
import { createPictureWithPrompt } from './createPictureWithPrompt.ts';
import { doctor } from './doctor.ts';
import { editWithWords } from './editWithWords.ts';
import { fillMissing } from './fillMissing.ts';
import { generate } from './generate.ts';
import { generateIntoFolder } from './generateIntoFolder.ts';
import { illustrate } from './illustrate.ts';
import { makeSeamless } from './makeSeamless.ts';
import { makeVariations } from './makeVariations.ts';
import { openStudio } from './openStudio.ts';
import { putPlaceholder } from './putPlaceholder.ts';
import { regenerate } from './regenerate.ts';
import { removeBackground } from './removeBackground.ts';
import { resizeOrConvert } from './resizeOrConvert.ts';
import { restartSidecar } from './restartSidecar.ts';
import { showLog } from './showLog.ts';
import { showRecipe } from './showRecipe.ts';

export const commands: readonly Command[] = [
	generate,
	generateIntoFolder,
	illustrate,
	fillMissing,
	createPicture,
	createPictureWithPrompt,
	putPlaceholder,
	showRecipe,
	makeVariations,
	editWithWords,
	removeBackground,
	makeSeamless,
	resizeOrConvert,
	regenerate,
	openStudio,
	cancel,
	doctor,
	restartSidecar,
	showLog,
];
