import { type FolderDefaults, libraryPath } from '../../preload/contract/folders.ts';
import type { Dispatch } from '../wire/dispatch.ts';
import type { Parsed } from '../wire/file.ts';
import { readWire } from '../wire/read.ts';

/** How the files of a folder are read. */
export interface FileReading extends FolderDefaults {
  readonly key: string;
  /** Encodings that the user has chosen for single files, by the library's path. */
  readonly encodings?: Readonly<Record<string, string>> | undefined;
}

/** How a folder's files are read where nobody has set anything. */
export const AS_IT_IS: FileReading = { key: '' };

/**
 * Parses a file as its folder's settings say; `path` is below the folder, and the dispatches have the library's. Never throws.
 */
export function parseFile(
  bytes: Uint8Array,
  file: { readonly path: string; readonly receivedAt: string },
  reading: FileReading,
): Parsed {
  const parsed = readWire(bytes, { ...file, zone: reading.zone, encoding: encodingOf(reading, file.path) });
  if (parsed.kind === 'problem') return parsed;
  return { ...parsed, dispatches: parsed.dispatches.map((dispatch) => withDefaults(dispatch, reading)) };
}

/** The encoding to read a file in, which the user has chosen for it or for its folder; `path` is below the folder. */
const encodingOf = ({ key, encoding, encodings }: FileReading, path: string): string | undefined =>
  encodings?.[libraryPath(key, path)] ?? encoding;

/**
 * A dispatch with the library's path, and with what its folder says where the file says nothing; its file names what came from
 * there.
 */
function withDefaults(dispatch: Dispatch, reading: FileReading): Dispatch {
  const { key, source, zone, rights } = reading;
  const { file } = dispatch;
  const path = libraryPath(key, file.path);
  const isByFile = reading.encodings?.[path] !== undefined;
  const isInZone = zone !== undefined && file.warnings.some(({ code }) => code === 'time.no-zone');
  const given: NonNullable<Dispatch['file']['given']> = [
    ...(source !== undefined && dispatch.source === undefined ? (['source'] as const) : []),
    ...(isInZone ? (['zone'] as const) : []),
    ...(rights !== undefined && dispatch.rights === undefined ? (['rights'] as const) : []),
    ...(isByFile ? (['file-encoding'] as const) : reading.encoding ? (['encoding'] as const) : []),
  ];
  return {
    ...dispatch,
    ...(given.includes('source') && { source }),
    ...(given.includes('rights') && { rights }),
    file: {
      ...file,
      path,
      // The zone is the user's choice, no guess.
      warnings: isInZone ? file.warnings.filter(({ code }) => code !== 'time.no-zone') : file.warnings,
      ...(given.length > 0 && { given }),
    },
  };
}
