import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { root } from './host.ts';
import { runJson, seconds } from './measure.ts';
import { memoryOf } from './memory.ts';
import { story } from './wires.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Writes the dispatches that `writeWires` writes as one RSS file. */
function writeFeed(path: string, count: number, size: number): void {
  const file = openSync(path, 'w');
  writeSync(file, '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>bench</title>\n');
  for (let i = 0; i < count; i++) {
    const { headline, paragraphs, at, ressort } = story(i, count, size);
    const text = escaped(paragraphs.map((one) => `<p>${one}</p>`).join('\n'));
    writeSync(
      file,
      `<item><title>${escaped(headline)}</title><guid>bench:${i}</guid><category>${ressort}</category><pubDate>${at.toUTCString()}</pubDate><description>${text}</description></item>\n`,
    );
  }
  writeSync(file, '</channel></rss>\n');
  closeSync(file);
}

/** How a program beside the reader did. */
export interface Peer {
  /** Absent where it did not run to its end. */
  readonly ms?: number;
  readonly peakMB?: number;
  /** The same in words, or why it did not run. */
  readonly said: string;
}

/** Milliseconds that a peer may take. */
const PATIENCE_MS = 600_000;
/** Bytes of memory that newsboat takes for a byte of its feed, with room to spare: it holds all of it, parsed. */
const NEWSBOAT_MEMORY = 8;

/** Imports the same dispatches with newsboat into its cache, without an index. */
export async function newsboat(folder: string, count: number, size: number): Promise<Peer> {
  if (spawnSync('newsboat', ['-v']).error) return { said: 'newsboat is not installed here' };
  const at = (name: string) => join(folder, name);
  writeFeed(at('feed.xml'), count, size);
  if (freemem() < statSync(at('feed.xml')).size * NEWSBOAT_MEMORY)
    return { said: 'not run: newsboat would need more memory than is free' };
  writeFileSync(at('urls'), `file://${at('feed.xml')}\n`);
  writeFileSync(at('config'), 'max-items 0\n');
  const began = performance.now();
  const child = spawn('newsboat', ['-u', at('urls'), '-c', at('cache.db'), '-C', at('config'), '-x', 'reload'], {
    stdio: 'ignore',
    timeout: PATIENCE_MS,
    env: { ...process.env, HOME: folder },
  });
  let peakMB: number | undefined;
  const watching = setInterval(() => {
    // Nothing is known of one that has just ended.
    peakMB = memoryOf(child.pid ?? 0)?.peak || peakMB;
  }, 200);
  const [status] = await once(child, 'exit');
  clearInterval(watching);
  const ms = performance.now() - began;
  if (status !== 0) return { said: `newsboat had not imported them after ${seconds(ms)}` };
  return { ms, said: `newsboat ${seconds(ms)}`, ...(peakMB === undefined ? {} : { peakMB }) };
}

/** Imports them with the loop that does the least. */
export function bareLoop(wires: string, folder: string): Peer {
  const { seconds: took = Number.NaN } = runJson([join(root, 'test/bench/bare-loop.ts'), wires, folder]);
  return { ms: took * 1000, said: `bare loop ${seconds(took * 1000)}` };
}
