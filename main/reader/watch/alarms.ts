import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import { Alarm, AlarmCause, MAX_ALARMS } from '../../../preload/contract/contract.ts';
import type { Message } from '../../../preload/contract/messages.ts';
import { JsonFile, migrate, type Shape } from '../../library/library.ts';
import type { Found } from './cause.ts';

const Content = z.object({
  version: z.literal(1),
  /** The newest first. */
  alarms: z.array(Alarm),
});
type Content = z.infer<typeof Content>;

const shape: Shape<Content> = {
  parse: (text, onOlder) => Content.parse(migrate(JSON.parse(text), [], onOlder)),
  print: (content) => `${JSON.stringify(content)}\n`,
};

/** The last alarms, in a file: one that nobody has seen is there after a restart. */
export class Alarms {
  private readonly low: LowSync<Content>;
  private readonly changed: (alarms: readonly Alarm[], raised: readonly string[]) => void;

  /** `changed` is called with all alarms and the ids of those just raised; `notice` if the file is damaged. */
  constructor(
    dataFolder: string,
    notice: (notice: Message) => void,
    changed: (alarms: readonly Alarm[], raised: readonly string[]) => void,
  ) {
    const path = join(dataFolder, 'alarms.json');
    this.low = new LowSync<Content>(new JsonFile(path, shape, notice), { version: 1, alarms: [] });
    this.low.read();
    this.changed = changed;
  }

  get all(): Alarm[] {
    return this.low.data.alarms;
  }

  /** Raises alarms, the oldest first. One about a dispatch that has an unseen alarm replaces that. */
  raise(found: readonly (Found & { readonly rule?: string })[], at: Date): void {
    const raised = gravest(found).map(({ row, cause, touched, rule }): Alarm => {
      const { id, version, headline, source, publishedAt, urgency, status, signal, embargoUntil } = row;
      return {
        id: randomUUID(),
        at: at.toISOString(),
        cause,
        subject: {
          id,
          version,
          headline,
          source,
          publishedAt,
          urgency,
          status,
          ...(signal !== undefined && { signal }),
          ...(embargoUntil !== undefined && { embargoUntil }),
        },
        ...(touched && { touched }),
        ...(rule !== undefined && { rule }),
        seen: false,
      };
    });
    if (raised.length === 0) return;
    const subjects = new Set(raised.map(({ subject }) => subject.id));
    const others = this.all.filter(({ seen, subject }) => seen || !subjects.has(subject.id));
    this.put([...raised.reverse(), ...others].slice(0, MAX_ALARMS));
    this.changed(
      this.all,
      raised.map(({ id }) => id),
    );
  }

  /** Takes alarms off the strip: those of these ids, or all. */
  see(ids: readonly string[] | undefined): void {
    this.put(this.all.map((alarm) => (ids === undefined || ids.includes(alarm.id) ? { ...alarm, seen: true } : alarm)));
    this.changed(this.all, []);
  }

  private put(alarms: Alarm[]): void {
    this.low.data = { version: 1, alarms };
    try {
      this.low.write();
    } catch {
      // A full disk: the alarms can still be seen, and the library reports what it cannot write.
    }
  }
}

/** One alarm for each dispatch, with the gravest cause and the rule if one matched it. */
function gravest(found: readonly (Found & { readonly rule?: string })[]): (Found & { readonly rule?: string })[] {
  const bySubject = new Map<string, Found & { readonly rule?: string }>();
  const gravity = ({ cause }: Found) => AlarmCause.options.indexOf(cause);
  for (const one of found) {
    const known = bySubject.get(one.row.id);
    const [first, second] = known && gravity(known) <= gravity(one) ? [known, one] : [one, known];
    const rule = first.rule ?? second?.rule;
    bySubject.set(one.row.id, { ...first, ...(rule !== undefined && { rule }) });
  }
  return [...bySubject.values()];
}
