import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import type { Message } from '../../preload/contract/messages.ts';
import { deskId, JsonFile, migrate, type Shape, StampClock, Status } from '../library/library.ts';
import { LISTS_ID } from './exchange.ts';
import type { Pushed, Row } from './remote.ts';
import { escaped, unescaped } from './wire-text.ts';

/** What is shared, by field: `search:<id>` a saved search, `rule:<id>` a rule. */
export type Items = Readonly<Record<string, z.core.util.JSONType>>;

/** The saved searches and rules of a library. */
export interface LocalLists {
  items(): Items;
  /** Puts these, and removes those that are null. */
  put(items: Items): void;
}

const Content = z.object({
  version: z.literal(1),
  /** As far as they are known here: what the server has, and what it is to have. */
  fields: Status,
  /** What the lists here had when they were compared last; empty while they are not shared. */
  compared: z.record(z.string(), z.json()),
  /** Fields that the server has not received. */
  unsent: z.array(z.string()),
});
type Content = z.infer<typeof Content>;

const EMPTY: Content = { version: 1, fields: {}, compared: {}, unsent: [] };

const shape: Shape<Content> = {
  parse: (text, onOlder) => Content.parse(migrate(JSON.parse(text), [], onOlder)),
  print: (content) => `${JSON.stringify(content, null, 2)}\n`,
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Exchanges saved searches and rules with the desk, field by field like statuses. What was changed here is found by comparing, so that
 * nobody has to note it. `sharing-lists.json` of a data folder.
 */
export class SharedLists {
  private readonly file: LowSync<Content>;
  private readonly clock: StampClock;
  private readonly lists: LocalLists;

  constructor(dataFolder: string, lists: LocalLists, notice: (notice: Message) => void) {
    this.lists = lists;
    this.clock = new StampClock(deskId(dataFolder, notice));
    this.file = new LowSync(
      new JsonFile(join(dataFolder, 'sharing-lists.json'), shape, notice),
      structuredClone(EMPTY),
    );
    this.file.read();
  }

  /** Takes in what others have changed (rows of LISTS_ID), as known; `share` brings it into the lists. */
  receive(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const { data } = this.file;
    for (const [, name, value, stamp] of rows) {
      try {
        const field = unescaped(name);
        if ((data.fields[field]?.stamp ?? '') >= stamp) continue;
        data.fields = { ...data.fields, ...Status.parse({ [field]: { value: JSON.parse(value), stamp } }) };
        data.unsent = data.unsent.filter((one) => one !== field);
      } catch {
        // A newer version, or another program: the rest must not wait for it.
      }
    }
    this.file.write();
  }

  /** Compares the lists here with what is known, both ways. `offset`: milliseconds that the server's clock is ahead. */
  share(offset: number): void {
    const { data } = this.file;
    const before = JSON.stringify(data);
    this.clock.offset = offset;
    const here = this.lists.items();
    for (const field of new Set([...Object.keys(here), ...Object.keys(data.compared)])) {
      const value = here[field] ?? null;
      if (isSame(value, data.compared[field])) continue;
      const stamp = this.clock.next(new Date().toISOString(), data.fields[field]?.stamp ?? '');
      // The first time both may have it already.
      if (!isSame(value, data.fields[field]?.value)) {
        data.fields = { ...data.fields, [field]: { value, stamp } };
        data.unsent = [...data.unsent.filter((one) => one !== field), field];
      }
      data.compared = { ...data.compared, [field]: value };
    }
    const there = Object.entries(data.fields).filter(([field, { value }]) => !isSame(value, data.compared[field]));
    if (there.length > 0) {
      this.lists.put(Object.fromEntries(there.map(([field, { value }]) => [field, value])));
      // Only what was taken in counts as compared: another version may know kinds of lists that this one does not.
      const now = this.lists.items();
      data.compared = Object.fromEntries(
        Object.entries({ ...data.compared, ...now }).map(([field]) => [field, now[field] ?? null]),
      );
    }
    if (JSON.stringify(data) !== before) this.file.write();
  }

  /** What the server has not received. */
  get unsent(): Row[] {
    const { fields, unsent } = this.file.data;
    return unsent.flatMap((field) => {
      const { value = null, stamp = '' } = fields[field] ?? {};
      return stamp === '' ? [] : [[LISTS_ID, escaped(field), JSON.stringify(value), stamp] as const];
    });
  }

  /** The server has received these, or knows something later that it will send. */
  sent(rows: readonly Row[], { ahead }: Pick<Pushed, 'ahead'>): void {
    if (ahead.length > 0) return;
    const fields = new Set(rows.map(([, field, , stamp]) => `${unescaped(field)} ${stamp}`));
    const { data } = this.file;
    data.unsent = data.unsent.filter((field) => !fields.has(`${field} ${data.fields[field]?.stamp}`));
    this.file.write();
  }

  /** The lists are no longer shared; they stay as they are. */
  stop(): void {
    if (Object.keys(this.file.data.compared).length === 0 && this.file.data.unsent.length === 0) return;
    this.file.data = { ...this.file.data, compared: {}, unsent: [] };
    this.file.write();
  }

  /** A server from a backup gets everything again. */
  resend(): void {
    this.file.data.unsent = Object.keys(this.file.data.fields);
    this.file.write();
  }

  /** Another server, of which nothing is known. */
  forget(): void {
    this.file.data = structuredClone(EMPTY);
    this.file.write();
  }
}
