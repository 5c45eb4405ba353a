import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { MAX_EXPORTED, type Saved } from '../../preload/contract/contract.ts';
import { type Message, message } from '../../preload/contract/messages.ts';
import { exportContext } from '../../preload/export/context.ts';
import { fileWords } from '../../preload/export/file-words.ts';
import { heldBack } from '../../preload/export/held-back.ts';
import { html } from '../../preload/export/html.ts';
import { reasonMessageOf } from '../errors.ts';
import { JsonFile, type Library, migrate, type Shape } from '../library/library.ts';
import { articlesOf } from './export.ts';
import { minuteName } from './minute-name.ts';
import { placeFile } from './place-file.ts';
import { regularly } from './regularly.ts';
import { keep } from './settings-file.ts';
import { ToldFailures } from './told-failures.ts';

const LOOK_EVERY_MS = 30_000;
/** Until then the files that came while the program was closed are being read. */
const FIRST_LOOK_MS = 60_000;
const ROWS_AT_ONCE = 500;

const Content = z.object({
  version: z.literal(1),
  /** Until when the digests of a saved search go, by its id (ISO 8601). */
  until: z.record(z.string(), z.string()),
});
type Content = z.infer<typeof Content>;

const shape: Shape<Content> = {
  parse: (text, onOlder) => Content.parse(migrate(JSON.parse(text), [], onOlder)),
  print: (content) => `${JSON.stringify(content)}\n`,
};

interface Parts {
  readonly library: Library;
  readonly dataFolder: string;
  readonly saved: () => readonly Saved[];
  readonly wishes: () => Parameters<typeof exportContext>[0];
  readonly notice: (notice: Message) => void;
  readonly over: (notice: Message) => void;
}

/**
 * Writes saved searches as printable pages, each daily at its time: what was published since the one before. A time that was missed
 * is made up for.
 */
export class Digests {
  private readonly parts: Parts;
  private readonly low: LowSync<Content>;
  private readonly stopLooking: () => void;
  private readonly failures: ToldFailures;
  private working: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.parts = parts;
    this.failures = new ToldFailures(parts);
    const path = join(parts.dataFolder, 'digests.json');
    this.low = new LowSync<Content>(new JsonFile(path, shape, parts.notice), { version: 1, until: {} });
    this.low.read();
    this.stopLooking = regularly(() => void this.look(new Date()), FIRST_LOOK_MS, LOOK_EVERY_MS);
  }

  /** Writes what is due; one look after the other. */
  look(now: Date): Promise<void> {
    this.working = this.working.then(() => this.lookNow(now)).catch(() => undefined);
    return this.working;
  }

  async stop(): Promise<void> {
    this.stopLooking();
    await this.working;
  }

  private async lookNow(now: Date): Promise<void> {
    for (const saved of this.parts.saved()) {
      if (!saved.digest) continue;
      const due = lastTime(saved.digest.at, now);
      const before = this.low.data.until[saved.id];
      // The first one is due at the next time, with what came since then.
      if (before === undefined) this.done(saved.id, now);
      else if (Date.parse(before) < due.getTime()) await this.make(saved, saved.digest, new Date(before), due);
    }
  }

  private async make(saved: Saved, digest: NonNullable<Saved['digest']>, from: Date, to: Date): Promise<void> {
    const { id, name } = saved;
    const folder = digest.folder ?? join(this.parts.dataFolder, 'digests');
    try {
      const found = await articlesOf(this.parts.library, this.idsBetween(saved.search, from, to));
      const articles = found.filter(({ dispatch }) => !heldBack(dispatch, to));
      const context = exportContext({ ...this.parts.wishes(), title: name, leads: digest.leads });
      await mkdir(folder, { recursive: true });
      // A name that is taken is this digest, written before a crash.
      if (articles.length > 0) await placeFile(folder, `${nameOf(name, to)}.html`, html(articles, context));
      this.done(id, to);
      this.failures.tell(id, undefined);
    } catch (error) {
      this.failures.tell(id, message('digest.failed', { name, folder, reason: reasonMessageOf(error) }));
    }
  }

  /** The dispatches that a search finds and that were published after `from`, up to `to`; the newest first. */
  private idsBetween(search: string, from: Date, to: Date): string[] {
    const query = { list: 'all', within: search, order: 'newest' } as const;
    const ids: string[] = [];
    for (let offset = 0; ids.length < MAX_EXPORTED; offset += ROWS_AT_ONCE) {
      const { rows } = this.parts.library.window({ query, offset, limit: ROWS_AT_ONCE, quick: true });
      const recent = rows.filter(({ publishedAt }) => Date.parse(publishedAt) > from.getTime());
      ids.push(...recent.filter(({ publishedAt }) => Date.parse(publishedAt) <= to.getTime()).map(({ id }) => id));
      if (recent.length < rows.length || rows.length < ROWS_AT_ONCE) break;
    }
    return ids.slice(0, MAX_EXPORTED);
  }

  private done(id: string, until: Date): void {
    keep(this.low, { until: { ...this.low.data.until, [id]: until.toISOString() } });
  }
}

/** The last moment at which it was this time of day (`06:30`, in the system's zone). */
function lastTime(clock: string, now: Date): Date {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour, minute);
  if (today <= now) return today;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, hour, minute);
}

/** `2026-11-29-0630-hafen`: sorts by time. */
const nameOf = (name: string, at: Date): string => [minuteName(at), fileWords(name)].filter(Boolean).join('-');
