import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DesktopArguments {
  readonly wires?: string;
  readonly data?: string;
  /** Files to take into the wire folder, absolute. */
  readonly files: readonly string[];
}

/**
 * Reads the command line of the desktop app. Chromium's own switches pass by. `packaged` false: the first positional is the
 * folder of the project, which Electron was started with.
 */
export function desktopArguments(argv: readonly string[], folder: string, packaged: boolean): DesktopArguments {
  const { values, positionals } = parseArgs({
    args: argv.slice(1),
    options: { wires: { type: 'string' }, data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const place = (value: string | boolean | undefined) =>
    typeof value === 'string' && value !== '' ? resolve(folder, value) : undefined;
  const wires = place(values.wires);
  const data = place(values.data);
  return {
    ...(wires !== undefined && { wires }),
    ...(data !== undefined && { data }),
    files: positionals.slice(packaged ? 0 : 1).map((file) => resolve(folder, file)),
  };
}
