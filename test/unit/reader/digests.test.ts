import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Digests } from '../../../main/reader/digests.ts';
import type { ListRow, Saved } from '../../../preload/contract/contract.ts';
import type { Message } from '../../../preload/contract/messages.ts';
import { temporaryFolder } from '../temporary.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

/** Digests over a library of dispatches published at these times. */
function desk(folder: string, published: readonly Date[], saved: Saved) {
  const notices: Message[] = [];
  const dispatch = (n: number) => ({
    ...{
      id: String(n),
      version: 1,
      status: 'usable',
      headline: `Meldung ${n}`,
      categories: [],
      keywords: [],
      urgency: 5,
    },
    ...{ publishedAt: published[n]?.toISOString() ?? '', receivedAt: '', body: [], notes: [], related: [] },
    file: { path: 'a', size: 1, sha256: '', encoding: 'utf-8', format: 'plain', warnings: [] },
  });
  const rows = published.map((time, n) => ({ id: String(n), publishedAt: time.toISOString() }) as ListRow).reverse();
  const library = {
    window: () => ({ rows }),
    article: ({ id }: { id: string }) => ({ dispatch: dispatch(Number(id)), status: { tags: [], notes: [] } }),
  };
  const digests = new Digests({
    library: library as unknown as ConstructorParameters<typeof Digests>[0]['library'],
    dataFolder: folder,
    saved: () => [saved],
    wishes: () => ({ language: 'en' }),
    notice: (one) => notices.push(one),
    over: (one) => void notices.splice(notices.indexOf(one), 1),
  });
  return { digests, notices };
}

const names = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);

test('a digest comes daily at its time, with what was published since the one before, also when the time was missed', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const saved: Saved = { id: 's', name: 'Hafen', search: 'hafen', digest: { at: '06:30', leads: true, folder: out } };
  const published = [at(27, 12), at(28, 5), at(28, 7), at(29, 6)];
  const first = desk(folder, published, saved);
  await first.digests.look(at(27, 11));
  await first.digests.look(at(28, 6, 29));
  expect(names(out)).toEqual([]);
  await first.digests.look(at(28, 6, 31));
  await first.digests.look(at(28, 6, 32));
  expect(names(out)).toEqual(['2026-11-28-0630-hafen.html']);
  const page = readFileSync(join(out, '2026-11-28-0630-hafen.html'), 'utf8');
  expect(page).toContain('Meldung 0');
  expect(page).toContain('Meldung 1');
  expect(page).not.toContain('Meldung 2');
  await first.digests.stop();
  // Closed at 06:30 of the next day.
  const second = desk(folder, published, saved);
  await second.digests.look(at(29, 9));
  expect(names(out)).toEqual(['2026-11-28-0630-hafen.html', '2026-11-29-0630-hafen.html']);
  const next = readFileSync(join(out, '2026-11-29-0630-hafen.html'), 'utf8');
  expect(next).toContain('Meldung 3');
  expect(next).not.toContain('Meldung 1');
  await second.digests.stop();
});

test('a folder that cannot be written is a notice until it can', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  writeFileSync(out, 'no folder');
  const saved: Saved = { id: 's', name: 'Hafen', search: 'hafen', digest: { at: '06:30', leads: false, folder: out } };
  const { digests, notices } = desk(folder, [at(28, 5)], saved);
  await digests.look(at(27, 12));
  await digests.look(at(28, 7));
  expect(notices).toMatchObject([{ code: 'digest.failed', values: { name: 'Hafen', folder: out } }]);
  rmSync(out);
  mkdirSync(out);
  await digests.look(at(28, 8));
  expect(notices).toEqual([]);
  expect(names(out)).toEqual(['2026-11-28-0630-hafen.html']);
  await digests.stop();
});
