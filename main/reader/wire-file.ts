import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CallOut } from '../../preload/contract/contract.ts';
import { placeOf, type WireFolder } from '../../preload/contract/folders.ts';
import { isInside } from '../inbox/real-path.ts';
import { blockText, type Dispatch } from '../wire/dispatch.ts';

/** More of a file is not shown. */
const MAX_SHOWN_BYTES = 256 * 1024;

export type FolderPlace = Pick<WireFolder, 'key' | 'path'>;

/**
 * The file a dispatch came from, as an absolute path; undefined where its folder is not watched any more, or its path would lead out
 * of that.
 */
export function fileOf(folders: readonly FolderPlace[], { file }: Dispatch): string | undefined {
  const place = placeOf(file.path);
  const folder = folders.find(({ key }) => key === place.key)?.path;
  const path = folder === undefined ? undefined : resolve(folder, place.path);
  return path !== undefined && folder !== undefined && isInside(path, folder) ? path : undefined;
}

/**
 * The text of the file a dispatch came from, at most 256 KiB, in this encoding (WHATWG name) or else in the one that the dispatch
 * was read in. The stored text where the file is gone or cannot be read.
 */
export async function textOfFile(
  folders: readonly FolderPlace[],
  dispatch: Dispatch,
  encoding?: string,
): Promise<CallOut<'file.text'>> {
  const path = fileOf(folders, dispatch);
  const bytes = path === undefined ? undefined : await firstBytes(path).catch(() => undefined);
  if (bytes === undefined) {
    const text = [dispatch.headline, ...dispatch.body.map(blockText)].join('\n\n');
    return { path: dispatch.file.path, text, encoding: 'utf-8', isStored: true, isCut: false };
  }
  const shown = bytes.subarray(0, MAX_SHOWN_BYTES);
  const decoder = decoderOf(encoding ?? dispatch.file.encoding);
  return {
    path: dispatch.file.path,
    text: decoder.decode(shown),
    encoding: decoder.encoding,
    isStored: false,
    isCut: bytes.length > MAX_SHOWN_BYTES,
  };
}

/** The bytes of a file up to one more than are shown. */
async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_SHOWN_BYTES + 1), 0, MAX_SHOWN_BYTES + 1, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** For a code page that only the wires know, the one closest to it. */
function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder('windows-1252');
  }
}
