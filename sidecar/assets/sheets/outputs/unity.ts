// Unity's importer file for each page: a texture cut into sprites.
import { createHash } from 'node:crypto';
import type { Frame, Page } from '../page.ts';
import { sheetOutput } from './output.ts';

export const unity = sheetOutput({
	name: 'unity',
	summary: 'Unity sprite slicing (NAME.png.meta)',
	write: pages => pages.map(page => ({ path: `${page.image}.meta`, text: meta(page) })),
});

/** Fields that are not named are as Unity's own importer has them. */
function meta({ image, height, frames, width }: Page): string {
	return `fileFormatVersion: 2
guid: ${hex(image)}
TextureImporter:
  internalIDToNameTable:
${frames.map(({ name }) => `  - first:\n      213: ${idOf(name)}\n    second: ${quoted(name)}\n`).join('')}  externalObjects: {}
  serializedVersion: 12
  mipmaps:
    mipMapMode: 0
    enableMipMap: 0
    sRGBTexture: 1
  isReadable: 0
  textureSettings:
    serializedVersion: 2
    filterMode: 0
    aniso: 1
    mipBias: 0
    wrapU: 1
    wrapV: 1
    wrapW: 1
  maxTextureSize: ${Math.max(32, 2 ** Math.ceil(Math.log2(Math.max(width, height))))}
  spriteMode: 2
  spriteExtrude: 1
  spriteMeshType: 0
  alignment: 0
  spritePivot: {x: 0.5, y: 0.5}
  spritePixelsToUnits: 100
  spriteBorder: {x: 0, y: 0, z: 0, w: 0}
  alphaUsage: 1
  alphaIsTransparency: 1
  textureType: 8
  textureShape: 1
  spriteSheet:
    serializedVersion: 2
    sprites:
${frames.map(frame => sprite(frame, height)).join('')}    outline: []
    physicsShape: []
    bones: []
    spriteID: ${hex(`${image} sheet`)}
  userData: Limn
  assetBundleName: ${''}
  assetBundleVariant: ${''}
`.replace(/ +$/gm, '');
}

/** Unity's y runs upwards, from the lower edge of the page; a border is left, bottom, right, top. */
function sprite({ name, x, y, width, height, whole, pivot, slices }: Frame, page: number): string {
	const cut = { right: whole.width - width - whole.left, bottom: whole.height - height - whole.top };
	// Guides of the whole picture, seen from the part that is stored.
	const from = (guide: number | undefined, trimmed: number) => Math.max(0, (guide ?? 0) - trimmed);
	const left = from(slices?.left, whole.left);
	const bottom = from(slices?.bottom, cut.bottom);
	const right = from(slices?.right, cut.right);
	const top = from(slices?.top, whole.top);
	const across = (pivot.x * whole.width - whole.left) / width;
	const up = 1 - (pivot.y * whole.height - whole.top) / height;
	return `    - serializedVersion: 2
      name: ${quoted(name)}
      rect:
        serializedVersion: 2
        x: ${x}
        y: ${page - y - height}
        width: ${width}
        height: ${height}
      alignment: 9
      pivot: {x: ${short(across)}, y: ${short(up)}}
      border: {x: ${left}, y: ${bottom}, z: ${right}, w: ${top}}
      outline: []
      physicsShape: []
      tessellationDetail: 0
      bones: []
      spriteID: ${hex(name)}
      internalID: ${idOf(name)}
      vertices: []
      indices: ${''}
      edges: []
      weights: []
`;
}

/** JSON's strings are YAML's, too. */
const quoted = (text: string): string => JSON.stringify(text);
const short = (value: number): number => Math.round(value * 1e6) / 1e6;
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
const hex = (text: string): string => hash(text).toString('hex').slice(0, 32);
const idOf = (name: string): bigint => hash(name).readBigInt64LE(0);
