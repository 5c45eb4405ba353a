import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import { temporaryFolder } from '../../temporary.ts';
import { list } from '../queries/listed.ts';
import { add, dispatch, openWriter } from '../sample.ts';

/** One item a file, all under one guid, as a badly made feed sends them. */
const ferry = dispatch({
  id: 'feed',
  headline: 'Fähre fährt wieder',
  publishedAt: '2025-11-10T09:00:00+01:00',
  body: ['Die Fähre zwischen Sandau und der Insel fährt nach einem halben Jahr wieder.'],
});
const bridge = dispatch({
  id: 'feed',
  headline: 'Brücke bleibt gesperrt',
  publishedAt: '2025-11-10T10:00:00+01:00',
  body: ['Wegen eines Risses im Pfeiler dürfen Lastwagen den Übergang bis März nicht benutzen.'],
});
const bridgeLater = dispatch({
  id: 'feed',
  headline: 'Pfeiler wird erneuert',
  publishedAt: '2025-11-10T11:00:00+01:00',
  body: ['Wegen eines Risses im Pfeiler bleibt der Übergang bis April zu, teilte die Stadt mit.'],
});

const headlines = (writer: LibraryWriter) => list(writer).rows.map(({ headline }) => headline);

test('items that share nothing but their guid are different dispatches, in any order, once, and after a rebuild', () => {
  for (const sent of [
    [ferry, bridge, bridgeLater],
    [bridgeLater, ferry, bridge],
  ]) {
    const folder = temporaryFolder();
    const writer = openWriter(folder);
    for (const one of sent) add(writer, one);
    expect(headlines(writer)).toEqual(['Pfeiler wird erneuert', 'Fähre fährt wieder']);
    for (const one of sent) expect(add(writer, one)).toMatchObject({ known: 1 });
    writer.close();
    rmSync(join(folder, 'index.sqlite'));
    const again = openWriter(folder);
    expect(headlines(again)).toEqual(['Pfeiler wird erneuert', 'Fähre fährt wieder']);
    again.close();
  }
});

test.each([
  ['with a version of its own', { version: 2 }],
  ['that kills it', { status: 'killed' }],
  ['that corrects it', { signal: 'correction' }],
  ['that updates it', { signal: 'update' }],
] as const)('a text about something else %s stays in its chain', (_, change) => {
  const writer = openWriter(temporaryFolder());
  add(writer, ferry);
  add(writer, { ...bridge, ...change });
  expect(headlines(writer)).toEqual(['Brücke bleibt gesperrt']);
  writer.close();
});

test('an item without text is told apart by its headline', () => {
  const writer = openWriter(temporaryFolder());
  add(writer, { ...ferry, body: [] });
  add(writer, { ...bridge, body: [] });
  expect(headlines(writer)).toHaveLength(2);
  for (const one of [ferry, bridge]) expect(add(writer, { ...one, body: [] })).toMatchObject({ known: 1 });
  writer.close();
});
