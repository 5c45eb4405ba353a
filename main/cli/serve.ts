import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { message } from '../../preload/contract/messages.ts';
import { runBrowserHost } from '../loopback/run-browser-host.ts';
import { folderOf, foldersOf, UsageError } from './usage.ts';

const options = {
  wires: { type: 'string', multiple: true },
  data: { type: 'string' },
  port: { type: 'string', default: '0' },
  'token-file': { type: 'string' },
  join: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
} as const;

/** `depesche serve`: the reader on 127.0.0.1, in a window unless --no-open; --token-file keeps the key for a bookmark, --join FILE has an invitation to share. */
export async function serve(args: string[]): Promise<number> {
  const { wires, data, port, 'token-file': tokenFile, 'no-open': noOpen, join } = parseArgs({ args, options }).values;
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new UsageError(message('usage.port'));
  // A bookmark names its port.
  if (tokenFile === '' || (tokenFile !== undefined && number === 0)) throw new UsageError(message('usage.token'));
  return runBrowserHost({
    ...(wires === undefined ? {} : { wires: foldersOf('--wires', wires) }),
    ...(data === undefined ? {} : { data: folderOf('--data', data) }),
    ...(tokenFile === undefined ? {} : { tokenFile: resolve(tokenFile) }),
    ...(join === undefined ? {} : { invitation: resolve(join) }),
    port: number,
    window: !noOpen,
  });
}
