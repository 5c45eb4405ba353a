import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../../main/library/queries/article.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import type { Dispatch } from '../../../../main/wire/dispatch.ts';
import { temporaryFolder } from '../../temporary.ts';
import { at, list, now } from '../queries/listed.ts';
import { add, dispatch, openWriter, statusOf, whole } from '../sample.ts';

const yard = (change: Partial<Dispatch> = {}) =>
  dispatch({
    id: 'werft',
    headline: 'Werft meldet Insolvenz an',
    publishedAt: '2025-11-10T14:20:00+01:00',
    ...change,
    body: [`Die Werft ist nach eigenen Angaben zahlungsunfähig, teilte sie am Montag mit. ${change.id ?? ''}`],
  });

const kill = (reference: NonNullable<Dispatch['refersTo']>[number], change: Partial<Dispatch> = {}) =>
  dispatch({
    id: 'widerruf',
    status: 'killed',
    signal: 'advisory',
    headline: 'Achtung Redaktionen: Meldung nicht verwenden',
    publishedAt: '2025-11-10T15:48:00+01:00',
    notes: [{ kind: 'reason', text: 'Die Angaben treffen nicht zu.' }],
    refersTo: [reference],
    ...change,
    body: ['Die Meldung ist falsch und wird zurückgezogen, sie darf nicht mehr verwendet werden.'],
  });

const quoting = {
  relation: 'kills',
  headline: 'Werft meldet Insolvenz an',
  sentAt: '2025-11-10T14:20:00+01:00',
} as const;

/** Status of a dispatch in list and article, and whether it is only probable. */
function shown(writer: LibraryWriter, id: string) {
  const row = list(writer).rows.find((one) => one.id === id);
  const article = articleOf(writer.store, { id }, now);
  expect({ status: article?.dispatch.status, probable: article?.probable }).toEqual({
    status: row?.status,
    probable: row?.probable,
  });
  return [row?.status, row?.probable ?? false];
}

describe('a kill that quotes a headline', () => {
  test.each([
    ['after its target', [yard(), kill(quoting)]],
    ['before its target', [kill(quoting), yard()]],
    ['without an hour', [yard(), kill({ relation: 'kills', headline: 'Werft meldet Insolvenz an' })]],
    ['in other quotes and spaces', [yard(), kill({ ...quoting, headline: ' Werft  meldet Insolvenz an' })]],
  ])('%s probably kills it, which a rebuilt index knows, too', (_, dispatches) => {
    const folder = temporaryFolder();
    const writer = openWriter(folder);
    add(writer, ...dispatches);
    expect(shown(writer, 'werft')).toEqual(['killed', true]);
    expect(shown(writer, 'widerruf')).toEqual(['killed', false]);
    expect(articleOf(writer.store, { id: 'werft' }, now)?.dispatch.notes).toContainEqual({
      kind: 'reason',
      text: 'Die Angaben treffen nicht zu.',
    });
    writer.close();
    rmSync(join(folder, 'index.sqlite'));
    const again = openWriter(folder);
    expect(shown(again, 'werft')).toEqual(['killed', true]);
    again.close();
  });

  test('probably withholds it, if it is a hold', () => {
    const writer = openWriter(temporaryFolder());
    add(writer, yard(), kill({ ...quoting, relation: 'holds' }, { status: 'withheld' }));
    expect(shown(writer, 'werft')).toEqual(['withheld', true]);
    writer.close();
  });

  test.each([
    ['of another source', { source: 'AFP' }],
    ['of another hour', { publishedAt: '2025-11-10T11:20:00+01:00' }],
    ['sent after it', { publishedAt: '2025-11-10T15:50:00+01:00' }],
    ['with another headline', { headline: 'Werft meldet Gewinn' }],
  ])('leaves a story %s alone', (_, change) => {
    const writer = openWriter(temporaryFolder());
    add(writer, yard(change), kill(quoting));
    expect(shown(writer, 'werft')).toEqual(['usable', false]);
    writer.close();
  });

  test('without an hour means the last of its day', () => {
    const writer = openWriter(temporaryFolder());
    const reference = { relation: 'kills', headline: 'Werft meldet Insolvenz an' } as const;
    add(
      writer,
      yard({ id: 'alt', publishedAt: '2025-11-08T14:20:00+01:00' }),
      yard({ id: 'früh', publishedAt: '2025-11-10T09:20:00+01:00' }),
      yard(),
      kill(reference),
    );
    expect(['alt', 'früh', 'werft'].map((id) => shown(writer, id))).toEqual([
      ['usable', false],
      ['usable', false],
      ['killed', true],
    ]);
    writer.close();
  });
});

describe('a kill that a person has declared not to mean a dispatch', () => {
  const declare = (writer: LibraryWriter, cleared: string[] | null) => writer.marker.mark(['werft'], { cleared }, at);
  const counts = (writer: LibraryWriter) => {
    writer.commit();
    return ['killed', 'corrections'].map(
      (value) =>
        writer.store.sql('SELECT total, unread FROM list WHERE kind = ? OR value = ?').get(value, value)?.total,
    );
  };

  test('leaves it alone, in all its versions and lists, until that is undone, also in a rebuilt index', () => {
    const folder = temporaryFolder();
    const writer = openWriter(folder);
    add(writer, yard({ version: 1 }), yard({ version: 2, notes: [{ kind: 'editor', text: 'Neu' }] }), kill(quoting));
    expect(counts(writer)).toEqual([2, 2]);
    expect(articleOf(writer.store, { id: 'werft' }, now)?.orderedBy).toBe('widerruf');
    const { undo = '' } = declare(writer, ['widerruf']);
    expect(shown(writer, 'werft')).toEqual(['usable', false]);
    expect(articleOf(writer.store, { id: 'werft', version: 1 }, now)?.dispatch.status).toBe('usable');
    expect(statusOf(writer, 'werft').cleared).toEqual(['widerruf']);
    expect(counts(writer)).toEqual([1, 1]);
    whole(writer.marker.undo(undo, at));
    expect(shown(writer, 'werft')).toEqual(['killed', true]);
    expect(counts(writer)).toEqual([2, 2]);
    declare(writer, ['widerruf']);
    writer.close();
    rmSync(join(folder, 'index.sqlite'));
    const again = openWriter(folder);
    expect(shown(again, 'werft')).toEqual(['usable', false]);
    expect(counts(again)).toEqual([1, 1]);
    again.close();
  });

  test('leaves it alone when it comes, but not a kill by another notice, nor a certain one', () => {
    const writer = openWriter(temporaryFolder());
    add(writer, yard({ number: '0831' }));
    declare(writer, ['widerruf']);
    add(writer, kill(quoting));
    expect(shown(writer, 'werft')).toEqual(['usable', false]);
    add(writer, kill(quoting, { id: 'noch einer' }));
    expect(shown(writer, 'werft')).toEqual(['killed', true]);
    declare(writer, ['widerruf', 'noch einer']);
    expect(shown(writer, 'werft')).toEqual(['usable', false]);
    add(writer, kill({ relation: 'kills', number: '0831' }, { id: 'sicher' }));
    declare(writer, ['widerruf', 'noch einer', 'sicher']);
    expect(shown(writer, 'werft')).toEqual(['killed', false]);
    writer.close();
  });
});

describe('a kill by number', () => {
  const numbered = { relation: 'kills', number: '0831' } as const;

  test('is certain, also beside one that quotes the headline', () => {
    const writer = openWriter(temporaryFolder());
    add(writer, yard({ number: '831' }), kill(quoting), kill(numbered, { id: 'noch einer' }));
    expect(shown(writer, 'werft')).toEqual(['killed', false]);
    writer.close();
  });

  test.each([
    ['another source', { source: 'AFP' }],
    ['another day', { publishedAt: '2025-11-09T14:20:00+01:00' }],
    ['the time after it', { publishedAt: '2025-11-10T15:55:00+01:00' }],
  ])('means no story of %s under the same number', (_, change) => {
    const writer = openWriter(temporaryFolder());
    add(writer, yard({ number: '0831', ...change }), kill(numbered));
    expect(shown(writer, 'werft')).toEqual(['usable', false]);
    writer.close();
  });
});
