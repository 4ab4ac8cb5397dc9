// The destinations a picture can go to. A new one is a file beside this and a line here.
export { assetFolder } from './assetFolder.ts';
export { linkedFile } from './linkedFile.ts';
export { checkRules, markdownLink } from './markdownLink.ts';
