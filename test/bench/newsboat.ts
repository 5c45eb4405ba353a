import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
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

/** Seconds that newsboat takes to import the same dispatches into its cache, without an index; undefined where it is not installed. */
export function newsboatSeconds(folder: string, count: number, size: number): number | undefined {
  if (spawnSync('newsboat', ['-v']).error) return undefined;
  const at = (name: string) => join(folder, name);
  writeFeed(at('feed.xml'), count, size);
  writeFileSync(at('urls'), `file://${at('feed.xml')}\n`);
  writeFileSync(at('config'), 'max-items 0\n');
  const began = performance.now();
  const { status } = spawnSync(
    'newsboat',
    ['-u', at('urls'), '-c', at('cache.db'), '-C', at('config'), '-x', 'reload'],
    { stdio: 'ignore', env: { ...process.env, HOME: folder } },
  );
  return status === 0 ? (performance.now() - began) / 1_000 : undefined;
}
