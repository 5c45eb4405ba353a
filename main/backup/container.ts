import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry } from 'yauzl';
import { ZipFile } from 'yazl';

/** A file of a ZIP: names have forward slashes. */
export interface Packed {
  readonly name: string;
  readonly content: Buffer;
}

const CHUNK_BYTES = 64 * 1024;

/** Packs files, one at a time, into a ZIP. It has its name only once it is complete and on the disk. Returns its size in bytes. */
export async function pack(files: AsyncIterable<Packed>, path: string): Promise<number> {
  const part = `${path}.part`;
  const zip = new ZipFile();
  const file = createWriteStream(part, { flush: true });
  try {
    const written = pipeline(zip.outputStream, file);
    // The reason why it cannot be written comes first, and must not go unheard meanwhile.
    written.catch(() => undefined);
    for await (const { name, content } of files) {
      const stream = Readable.from(chunksOf(content));
      zip.addReadStream(stream, name);
      await Promise.race([finished(stream), written]);
    }
    zip.end();
    await written;
    await rename(part, path);
    return file.bytesWritten;
  } catch (error) {
    file.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

function* chunksOf(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += CHUNK_BYTES) yield content.subarray(at, at + CHUNK_BYTES);
}

/**
 * Unpacks a ZIP into a folder, every file synced to disk; only files whose name passes `isWanted`. Rejects if the ZIP is cut or
 * damaged.
 */
export async function unpack(path: string, folder: string, isWanted: (name: string) => boolean): Promise<void> {
  const zip = await yauzl.openPromise(path);
  try {
    for await (const entry of zip.eachEntry()) {
      if (!isWanted(entry.fileName)) continue;
      const to = join(folder, entry.fileName);
      await mkdir(dirname(to), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), checked(entry), createWriteStream(to, { flush: true }));
    }
  } finally {
    zip.close();
  }
}

/** The content of one file of a ZIP; undefined if it does not have it. */
export async function readFrom(path: string, name: string): Promise<string | undefined> {
  const zip = await yauzl.openPromise(path);
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue;
      const parts: Buffer[] = [];
      for await (const part of checked(entry)(await zip.openReadStreamPromise(entry))) parts.push(part);
      return Buffer.concat(parts).toString('utf8');
    }
    return undefined;
  } finally {
    zip.close();
  }
}

/** Passes the bytes of a file on and throws at the end if they are not those that were packed. */
const checked = (entry: Entry) =>
  async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let sum = 0;
    for await (const part of bytes) {
      sum = crc32(part, sum);
      yield part;
    }
    if (sum !== entry.crc32) throw new Error(`checksum error in ${entry.fileName}`);
  };
