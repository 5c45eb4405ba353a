import { statSync } from 'node:fs';
import { codeOf, reasonOf } from '../wire/reason-of.ts';

/** Why nothing can be read in a wire folder; undefined where it is there. */
export function whyAway(root: string): string | undefined {
  try {
    if (statSync(root).isDirectory()) return undefined;
    return `${root} is a file and no wire folder. Choose the folder it lies in.`;
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? `The wire folder ${root} is not there. Put it back, or choose another one; it is looked for again by itself.`
      : `The wire folder ${root} cannot be read, it is tried again: ${reasonOf(error)}`;
  }
}
