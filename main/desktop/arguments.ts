import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LINK_SCHEME } from './links.ts';

export interface Folders {
  readonly wires?: readonly string[];
  readonly data?: string;
}

export interface DesktopArguments extends Folders {
  /** Files to copy into the wire folder, absolute. */
  readonly files: readonly string[];
  /** Links into the library, not yet checked. */
  readonly links: readonly string[];
  /** The arguments without files and links, for a restart. */
  readonly options: readonly string[];
}

/**
 * Reads the command line of the desktop app (`process.argv`); Chromium's own switches are left alone. `folder` is what
 * relative paths are relative to. Unless `packaged`, the first positional is the project's folder, which Electron was
 * started with.
 */
export function desktopArguments(argv: readonly string[], folder: string, packaged: boolean): DesktopArguments {
  const args = argv.slice(1);
  const { values, tokens } = parseArgs({
    args,
    options: { wires: { type: 'string', multiple: true }, data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const absolute = (value: unknown) => (typeof value === 'string' && value !== '' ? resolve(folder, value) : undefined);
  const wires = [values.wires].flat().flatMap((value) => absolute(value) ?? []);
  const data = absolute(values.data);
  const opened = tokens.filter((token) => token.kind === 'positional').slice(packaged ? 0 : 1);
  const isLink = ({ value }: { value: string }) => value.startsWith(LINK_SCHEME);
  return {
    ...(wires.length > 0 && { wires }),
    ...(data !== undefined && { data }),
    files: opened.filter((one) => !isLink(one)).map(({ value }) => resolve(folder, value)),
    links: opened.filter(isLink).map(({ value }) => value),
    options: args.filter((_, index) => opened.every((one) => one.index !== index)),
  };
}
