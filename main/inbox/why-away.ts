import { accessSync, constants, statSync } from 'node:fs';
import { type Message, message } from '../../preload/contract/messages.ts';
import { codeOf, reasonMessageOf } from '../errors.ts';

/** Why a wire folder cannot be read; undefined if it can. */
export function whyAway(root: string): Message | undefined {
  try {
    if (!statSync(root).isDirectory()) return message('wires.file', { folder: root });
    accessSync(root, constants.R_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    if (codeOf(error) === 'EACCES') return message('wires.forbidden', { folder: root });
    return codeOf(error) === 'ENOENT'
      ? message('wires.missing', { folder: root })
      : message('wires.unreadable', { folder: root, reason: reasonMessageOf(error) });
  }
}
