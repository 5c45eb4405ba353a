import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import type { Dispatch } from '../../../../main/wire/dispatch.ts';
import { tagChange } from '../../../../preload/contract/status.ts';
import { temporaryFolder } from '../../temporary.ts';
import { add, dispatch, openWriter, whole } from '../sample.ts';
import { BACK_TO_7 } from '../step-back.ts';

const LEAD = 'Das Landratsamt hat die Brücke über die Orla bei Wallhausen am Montag für Lastwagen gesperrt.';
const REASON = 'Bei einer Prüfung hätten Fachleute Risse in zwei Trägern entdeckt, teilte die Behörde mit.';
const DETOUR = 'Der Umweg für den Schwerverkehr führt über Neustadt und ist 18 Kilometer lang, sagte die Landrätin.';
const PRICE = 'Ein Neubau des Bauwerks würde nach ersten Schätzungen der Planer sieben Millionen Euro kosten.';

const bridge = (id: string, change: Parameters<typeof dispatch>[0] = {}): Dispatch =>
  dispatch({
    id,
    source: id.toUpperCase(),
    headline: `Brücke gesperrt (${id})`,
    body: [LEAD, REASON, DETOUR],
    ...change,
  });

let folder: string;
let writer: LibraryWriter;

beforeEach(() => {
  folder = temporaryFolder();
  writer = openWriter(folder);
});

afterEach(() => writer.close());

/** The ids of the members of each story, both in the order of the alphabet. */
const stories = ({ store } = writer): string[] =>
  store
    .sql(
      `SELECT group_concat(id, ' ') AS ids FROM (SELECT s.story, d.id FROM story s JOIN dispatch d ON d.n = s.n ORDER BY d.id)
       GROUP BY story ORDER BY ids`,
    )
    .all()
    .map(({ ids }) => String(ids));

/** How many dispatches of a list are folded into others, as the running total has it and as counted. */
const folded = (kind: string) => ({
  total: Number(writer.store.sql('SELECT folded FROM list WHERE kind = ?').get(kind)?.folded ?? 0),
  counted: Number(
    writer.store
      .sql(
        `SELECT coalesce(sum(members - 1), 0) AS count FROM (SELECT count(*) AS members FROM list l JOIN entry e ON e.k = l.k JOIN story s ON s.n = e.n
         WHERE l.kind = ? AND NOT EXISTS (SELECT 1 FROM list a JOIN entry x ON x.k = a.k WHERE a.kind IN ('later', 'hidden') AND x.n = e.n) GROUP BY s.story)`,
      )
      .get(kind)?.count,
  ),
});

describe('dispatches that arrive', () => {
  test('are one story if each is the same as all others', () => {
    add(writer, bridge('dpa'), bridge('apa'), dispatch({ id: 'other' }));
    add(writer, bridge('afp'));
    expect(stories()).toEqual(['afp apa dpa']);
  });

  test('do not join by a chain of others: what is the same as only one member stays alone', () => {
    add(writer, bridge('dpa'), bridge('apa', { body: [LEAD, REASON, DETOUR, PRICE] }));
    add(writer, bridge('afp', { body: [LEAD, REASON, PRICE.replace('sieben', 'neun'), DETOUR] }));
    expect(stories()).toEqual(['apa dpa']);
  });

  test('find each other over the edge of a period of time', () => {
    const edge = Math.floor(Date.parse('2025-11-10T00:00:00Z') / (4 * 24 * 3_600_000)) * 4 * 24 * 3_600_000;
    const at = (ms: number) => ({ publishedAt: new Date(edge + ms).toISOString() });
    add(writer, bridge('dpa', at(-60_000)), bridge('apa', at(60_000)), bridge('afp', at(40 * 3_600_000)));
    expect(stories()).toEqual(['afp apa dpa']);
  });

  test('leave their story with a version that says something else, and join again', () => {
    add(writer, bridge('dpa'), bridge('apa'));
    const other = bridge('apa', { version: 2, body: [LEAD, REASON, DETOUR.replace('18', '24')] });
    add(writer, other);
    expect(stories()).toEqual([]);
    expect(folded('all').total).toBe(0);
    add(writer, bridge('apa', { version: 3 }));
    expect(stories()).toEqual(['apa dpa']);
  });

  test('leave it when they are killed', () => {
    add(writer, bridge('dpa', { number: '0101' }), bridge('apa'), bridge('afp'));
    add(
      writer,
      dispatch({
        id: 'kill',
        source: 'DPA',
        headline: 'Zurückgezogen',
        publishedAt: '2025-11-10T10:30:00+01:00',
        refersTo: [{ relation: 'kills', number: '0101' }],
      }),
    );
    expect(stories()).toEqual(['afp apa']);
    expect(folded('all')).toEqual({ total: 1, counted: 1 });
  });
});

const AT = '2025-11-10T12:00:00.000Z';

test('each list counts what is folded, whatever is marked', () => {
  add(writer, bridge('dpa'), bridge('apa'), bridge('afp'), bridge('kna', { categories: ['Verkehr'] }));
  const ids = ['dpa', 'apa', 'afp', 'kna'];
  const change = fc.constantFrom(
    { read: true } as const,
    { read: null } as const,
    { later: '2026-01-01T00:00:00.000Z' },
    { later: null },
    tagChange('Umland', true),
    { hidden: true } as const,
    { hidden: null } as const,
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.subarray(ids, { minLength: 1 }), change), { maxLength: 8 }), (marks) => {
      for (const [some, one] of marks) writer.marker.mark(some, one, AT);
      for (const kind of ['all', 'unread', 'category', 'urgency']) {
        const { total, counted } = folded(kind);
        if (kind !== 'category') expect([kind, total]).toEqual([kind, counted]);
      }
      for (const id of ids) writer.marker.mark([id], { read: null, later: null, hidden: null }, AT);
      expect(folded('all').total).toBe(3);
    }),
    { numRuns: 40 },
  );
});

test('undo counts them again', () => {
  add(writer, bridge('dpa'), bridge('apa'));
  const { undo = '' } = writer.marker.mark(['dpa', 'apa'], { read: true }, AT);
  expect(folded('unread').total).toBe(0);
  whole(writer.marker.undo(undo, AT));
  expect(folded('unread').total).toBe(1);
});

test('a retention takes them out', () => {
  add(writer, bridge('dpa'), bridge('apa'), dispatch({ id: 'young', publishedAt: '2026-03-01T08:00:00Z' }));
  for (const _ of writer.fold());
  for (const _ of writer.retain({ days: 3 }, new Date('2026-03-02T08:00:00Z')));
  expect(stories()).toEqual([]);
  expect(folded('all')).toEqual({ total: 0, counted: 0 });
  expect(writer.store.sql('SELECT 1 FROM story_keys').all()).toEqual([]);
});

test('a rebuild finds the same stories', () => {
  add(writer, bridge('dpa'), bridge('apa'), dispatch({ id: 'other' }));
  for (const _ of writer.fold());
  writer.forgetIndex();
  for (const _ of writer.recover());
  expect(stories()).toEqual(['apa dpa']);
  expect(folded('all')).toEqual({ total: 1, counted: 1 });
});

test('an index of the version before is migrated in place and recognises stories from then on', () => {
  add(writer, dispatch({ id: 'before' }));
  writer.close();
  const old = new DatabaseSync(join(folder, 'index.sqlite'));
  old.exec(BACK_TO_7);
  old.close();
  writer = openWriter(folder);
  expect(writer.notices).toEqual([]);
  add(writer, bridge('dpa'), bridge('apa'));
  expect(stories()).toEqual(['apa dpa']);
});
