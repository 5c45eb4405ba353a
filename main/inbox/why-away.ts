import { accessSync, constants, statSync } from 'node:fs';
import { codeOf, reasonOf } from '../errors.ts';

/** Why nothing can be read in a wire folder; undefined where it is there. */
export function whyAway(root: string): string | undefined {
  try {
    if (!statSync(root).isDirectory()) return `${root} is a file and no wire folder. Choose the folder it lies in.`;
    accessSync(root, constants.R_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    if (codeOf(error) === 'EACCES')
      return `The wire folder ${root} may not be opened. Give yourself the right to read and enter it; it is tried again by itself.`;
    return codeOf(error) === 'ENOENT'
      ? `The wire folder ${root} is not there. Put it back, or choose another one; it is looked for again by itself.`
      : `The wire folder ${root} cannot be read, it is tried again: ${reasonOf(error)}`;
  }
}
