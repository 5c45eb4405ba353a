import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openForSearching } from '../../../../main/library/index/database.ts';
import { Store } from '../../../../main/library/index/store.ts';
import { listWindow } from '../../../../main/library/queries/list-window.ts';
import { SearchTally } from '../../../../main/library/queries/search-tally.ts';
import type { LibraryWriter } from '../../../../main/library/worker/writer.ts';
import type { StatusChange } from '../../../../preload/contract/contract.ts';
import { temporaryFolder } from '../../temporary.ts';
import { drain } from '../broken.ts';
import { add, dispatch, NOTE, openWriter, whole } from '../sample.ts';

const DAY_MS = 24 * 3600 * 1000;
const START = Date.UTC(2025, 10, 10, 12);
const DAYS = 30;

const SEARCHES = [
  'hafen',
  'hafen brücke',
  'hafen -brücke',
  'brü*',
  '*hafen',
  'hafen ODER ist:ungelesen',
  'ist:ungelesen',
  'ist:gelesen hafen',
  'ist:gemerkt',
  'ist:gesperrt',
  'hafen -ist:gesperrt',
  'ist:zurückgezogen',
  'ist:später',
  'ist:ausgeblendet hafen',
  'ist:notiert',
  'tag:Bau',
  'hafen -tag:Bau',
  'notiz:nachfragen',
  'datum:heute',
  'datum:7d hafen',
  '-datum:7d',
  'kategorie:Sport',
  'quelle:dpa hafen',
  'fassung:>1',
  'hafen ( ',
];

const WORDS = ['Hafen', 'Brücke', 'Seehafen', 'Regen', 'Brühe'];
const STATUSES: readonly StatusChange[] = [
  { read: true },
  { read: null },
  { bookmark: true },
  { bookmark: null },
  { 'tag:Bau': true },
  { 'tag:Bau': null },
  { later: new Date(START + DAY_MS).toISOString() },
  { later: null },
  { hidden: true },
  { [NOTE]: 'nachfragen' },
  { [NOTE]: null },
];

const story = fc.nat({ max: 11 });
const act = fc.oneof(
  fc.record({
    do: fc.constant('arrive' as const),
    story,
    version: fc.integer({ min: 1, max: 3 }),
    words: fc.subarray(WORDS, { minLength: 1 }),
    status: fc.constantFrom('usable' as const, 'usable' as const, 'killed' as const, 'embargoed' as const),
    source: fc.constantFrom('dts-nachrichtenagentur.de', 'dpa'),
    category: fc.constantFrom('Inland', 'Sport'),
  }),
  fc.record({
    do: fc.constant('mark' as const),
    stories: fc.uniqueArray(story, { minLength: 1, maxLength: 4 }),
    change: fc.constantFrom(...STATUSES),
  }),
  fc.record({ do: fc.constant('undo' as const), back: fc.nat({ max: 2 }) }),
  fc.record({ do: fc.constant('retain' as const), days: fc.integer({ min: 5, max: DAYS }) }),
  fc.record({ do: fc.constant('rebuild' as const) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 3 }) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** A library, and a reader of it that counts searches. */
class Desk {
  readonly writer: LibraryWriter;
  private readonly store: Store;
  private readonly tallies = SEARCHES.map((search) => new SearchTally(search));
  private readonly undos: string[] = [];
  private now = START;
  private minute = 0;

  constructor() {
    const folder = temporaryFolder();
    this.writer = openWriter(folder);
    this.store = new Store(openForSearching(join(folder, 'index.sqlite')));
  }

  private get time(): Date {
    return new Date(this.now);
  }

  run(one: Act): void {
    this.minute += 1;
    const at = new Date(this.now + this.minute * 60_000).toISOString();
    const { writer } = this;
    switch (one.do) {
      case 'arrive':
        add(
          writer,
          dispatch({
            id: `s${one.story}`,
            version: one.version,
            status: one.status,
            ...(one.status === 'embargoed' && { embargoUntil: new Date(this.now + DAY_MS).toISOString() }),
            source: one.source,
            categories: [one.category],
            headline: `${one.words.join(' ')} ${one.story}`,
            body: [`${one.words.join(' ')} in Fassung ${one.version}.`],
            publishedAt: new Date(START - ((one.story * 7) % DAYS) * DAY_MS + one.version * 60_000).toISOString(),
          }),
        );
        break;
      case 'mark': {
        const marked = writer.marker.mark(
          one.stories.map((id) => `s${id}`),
          one.change,
          at,
        );
        if (marked.undo !== undefined) this.undos.push(marked.undo);
        break;
      }
      case 'undo': {
        const undo = this.undos.at(-1 - one.back);
        if (undo !== undefined) whole(writer.marker.undo(undo, at));
        break;
      }
      case 'retain':
        drain(writer.fold());
        drain(writer.retain({ days: one.days }, this.time));
        break;
      case 'rebuild':
        writer.forgetIndex();
        drain(writer.recover());
        break;
      case 'wait':
        this.now += one.days * DAY_MS;
    }
    writer.commit();
  }

  /** Tells the reader what has changed. */
  tell(): void {
    const periods = this.writer.store.changed.take();
    for (const tally of this.tallies) tally.changed(periods);
  }

  /** Counts what is outdated; `between` is run between the first steps. */
  count(between: () => void = () => {}): void {
    for (const tally of this.tallies)
      if (tally.isOutdated(this.time)) {
        const steps = tally.count(this.store, this.time, 2);
        steps.next();
        between();
        drain(steps);
      }
  }

  get counted() {
    return SEARCHES.map((search, i) => ({ search, ...this.tallies[i]?.known }));
  }

  get anew() {
    const count = (within: string, unreadOnly: boolean) =>
      listWindow(
        this.store,
        { query: { list: 'all', within, unreadOnly, order: 'newest' }, offset: 0, limit: 0 },
        0,
        this.time,
      ).total;
    return SEARCHES.map((search) => ({ search, total: count(search, false), unread: count(search, true) }));
  }

  close(): void {
    this.store.db.close();
    this.writer.close();
  }
}

test('searches counted by what changed have the counts of searches counted anew', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(act, fc.boolean()), { minLength: 1, maxLength: 25 }), (acts) => {
      const desk = new Desk();
      try {
        for (const [one, meanwhile] of acts) {
          // What changes between two steps of counting is counted with the next change at the latest.
          if (meanwhile) {
            let done = false;
            desk.count(() => {
              if (!done) desk.run(one);
              done = true;
            });
            if (!done) desk.run(one);
          } else desk.run(one);
          desk.tell();
          desk.count();
          expect(desk.counted).toEqual(desk.anew);
        }
      } finally {
        desk.close();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
