import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { type Article, HandOverFormat, type HandOverState } from '../../../preload/contract/contract.ts';
import { type Message, message } from '../../../preload/contract/messages.ts';
import { type ExportContext, exportContext } from '../../../preload/export/context.ts';
import { exportFormats } from '../../../preload/export/formats.ts';
import { heldBack } from '../../../preload/export/held-back.ts';
import { reasonMessageOf } from '../../errors.ts';
import { JsonFile, type Library, migrate, type Shape } from '../../library/library.ts';
import { sortedName } from '../hand-over.ts';
import { placeFile } from '../place-file.ts';
import { regularly } from '../regularly.ts';
import { keep } from '../settings-file.ts';
import { ToldFailures } from '../told-failures.ts';

const LOOK_EVERY_MS = 15_000;
const FIRST_LOOK_MS = 1_000;

/** A dispatch that a rule hands over. */
const HandOverJob = z.object({
  rule: z.string(),
  id: z.string(),
  version: z.int(),
  /** Absent: the reader's own folder. */
  folder: z.string().optional(),
  format: HandOverFormat,
});
export type HandOverJob = z.infer<typeof HandOverJob>;

const Content = z.object({ version: z.literal(1), jobs: z.array(HandOverJob) });
type Content = z.infer<typeof Content>;

const shape: Shape<Content> = {
  parse: (text, onOlder) => Content.parse(migrate(JSON.parse(text), [], onOlder)),
  print: (content) => `${JSON.stringify(content)}\n`,
};

interface Parts {
  readonly library: Pick<Library, 'article' | 'mark'>;
  readonly dataFolder: string;
  readonly wishes: () => Parameters<typeof exportContext>[0];
  readonly notice: (notice: Message) => void;
  readonly over: (notice: Message) => void;
}

/**
 * Hands dispatches over to folders, as rules say. What is to be handed over is kept in a file until it is: after a crash it is done
 * again, under the same name. An embargo is waited for; a folder that fails is tried again.
 */
export class HandOvers {
  private readonly parts: Parts;
  private readonly low: LowSync<Content>;
  private readonly stopLooking: () => void;
  private readonly failures: ToldFailures;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(parts: Parts) {
    this.parts = parts;
    this.failures = new ToldFailures(parts);
    const path = join(parts.dataFolder, 'handovers.json');
    this.low = new LowSync<Content>(new JsonFile(path, shape, parts.notice), { version: 1, jobs: [] });
    this.low.read();
    this.stopLooking = regularly(() => void this.look(), FIRST_LOOK_MS, LOOK_EVERY_MS);
  }

  /** Takes dispatches on, durably, has them marked, and begins. Rejects if one of that fails. */
  async take(jobs: readonly HandOverJob[], mark: () => Promise<void>): Promise<void> {
    const known = new Set(this.low.data.jobs.map(keyOf));
    const added = [...new Map(jobs.map((job) => [keyOf(job), job]))].flatMap(([key, job]) =>
      known.has(key) ? [] : job,
    );
    if (added.length > 0) this.put([...this.low.data.jobs, ...added]);
    const marked = mark();
    // What becomes of a dispatch is noted in the mark of its rule.
    this.working = this.working.then(() => marked.catch(() => undefined));
    if (added.length > 0) void this.look();
    await marked;
  }

  /** Hands over what can be; one look after the other. */
  look(now = new Date()): Promise<void> {
    this.working = this.working.then(() => this.lookNow(now)).catch(() => undefined);
    return this.working;
  }

  /** Resolves when nothing is being written any more; the rest waits for the next start. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.stopLooking();
    await this.working;
  }

  private async lookNow(now: Date): Promise<void> {
    const failed = new Set<string>();
    for (const job of this.low.data.jobs) {
      if (this.stopped) return;
      const folder = job.folder ?? join(this.parts.dataFolder, 'handover');
      // One that has just failed is not tried once for every dispatch.
      if (failed.has(folder)) continue;
      const state = await this.handOver(job, folder, now);
      if (state === 'failed') failed.add(folder);
      else if (state !== 'waiting') this.put(this.low.data.jobs.filter((one) => keyOf(one) !== keyOf(job)));
    }
  }

  private async handOver(job: HandOverJob, folder: string, now: Date): Promise<HandOverState | 'gone' | 'failed'> {
    const article = this.parts.library.article({ id: job.id, version: job.version });
    if (!article) return 'gone';
    const held = heldBack(article.dispatch, now) ?? this.killedSince(job);
    if (held === 'embargoed' && article.dispatch.embargoUntil !== undefined) return 'waiting';
    if (held === undefined && !(await this.write(job, folder, article, { ...this.context(), now }))) return 'failed';
    const state = held ?? 'done';
    await this.note(job, state, now);
    return state;
  }

  /** A later notice may have killed what waited for its embargo. */
  private killedSince({ id }: HandOverJob): 'killed' | 'withheld' | undefined {
    const status = this.parts.library.article({ id })?.dispatch.status;
    return status === 'killed' || status === 'withheld' ? status : undefined;
  }

  private context(): ExportContext {
    return exportContext(this.parts.wishes());
  }

  private async write(job: HandOverJob, folder: string, article: Article, context: ExportContext): Promise<boolean> {
    const { extension, write } = exportFormats[job.format];
    try {
      await mkdir(folder, { recursive: true });
      // A name that is taken is this dispatch, written before a crash.
      await placeFile(folder, `${sortedName(article)}.${extension}`, write([article], context));
    } catch (error) {
      this.failures.tell(folder, message('handover.failed', { folder, reason: reasonMessageOf(error) }));
      return false;
    }
    this.failures.tell(folder, undefined);
    return true;
  }

  private async note({ id, rule, version }: HandOverJob, state: HandOverState, now: Date): Promise<void> {
    const mark = this.parts.library.article({ id })?.status.rules?.find((one) => one.id === rule);
    const did = (mark?.did ?? []).map((deed) =>
      typeof deed !== 'string' && 'handOver' in deed ? { handOver: state } : deed,
    );
    await this.parts.library.mark([id], {
      ...(state === 'done' && { exported: { time: now.toISOString(), version } }),
      ...(mark && { [`rule:${rule}`]: { name: mark.name, did } }),
    });
  }

  private put(jobs: HandOverJob[]): void {
    keep(this.low, { jobs });
  }
}

const keyOf = ({ rule, id, version, folder, format }: HandOverJob): string =>
  JSON.stringify([rule, id, version, folder, format]);
