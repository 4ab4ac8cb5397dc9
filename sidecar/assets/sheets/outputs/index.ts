// The lists that engines read.
import { css } from './css.ts';
import { godot } from './godot.ts';
import { phaser } from './phaser.ts';
import { texturePackerArray, texturePackerHash } from './texture-packer.ts';
import { tiled } from './tiled.ts';
import { unity } from './unity.ts';

export const sheetOutputs = [texturePackerHash, texturePackerArray, phaser, godot, unity, css, tiled] as const;
export const outputNames = sheetOutputs.map(({ name }) => name);
