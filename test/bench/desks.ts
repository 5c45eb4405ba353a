import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Status } from '../../main/library/library.ts';
import type { SharingInfo } from '../../preload/contract/contract.ts';
import type { Order } from '../sharing/desk-process.ts';

const program = join(import.meta.dirname, '../sharing/desk-process.ts');
const TICK_MS = 10;

/** A desk as a process of its own, for the bench. */
class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'depesche-bench-desk-'));
  private child: ChildProcess | undefined;
  private readonly pollMs: number;

  constructor(pollMs: number) {
    this.pollMs = pollMs;
  }

  async start(): Promise<void> {
    const child = fork(program, [this.folder, String(this.pollMs)], { execArgv: process.execArgv });
    this.child = child;
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', reject);
    });
  }

  /** One order at a time. */
  ask(order: Order): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.child?.once('message', ({ value, error }: { value?: unknown; error?: string }) =>
        error === undefined ? resolve(value) : reject(new Error(error)),
      );
      this.child?.send({ id: 1, order });
    });
  }

  /** Milliseconds of processor time since its start (Linux, proc(5)). */
  get spent(): number {
    const fields = readFileSync(`/proc/${this.child?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }

  async until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) await setTimeout(10);
  }

  async isShared(): Promise<boolean> {
    return ((await this.ask({ name: 'info' })) as SharingInfo).state === 'shared';
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.child?.once('exit', resolve));
    await this.ask({ name: 'close' });
    await gone;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Milliseconds from a mark on one desk until it stands in the library of another, so many times, with pauses that fit no poll. */
export async function travel(invitations: readonly [string, string], times: number): Promise<number[]> {
  const [one, two] = [new Desk(10_000), new Desk(10_000)];
  const took: number[] = [];
  for (const [at, desk] of [one, two].entries()) {
    await desk.start();
    await desk.ask({ name: 'import', dispatches: [{ id: 'd', headline: 'Meldung', body: ['Text.'] }] });
    await desk.ask({ name: 'join', invitation: invitations[at] ?? '', marks: 'desk' });
    await desk.until(() => desk.isShared());
  }
  for (let n = 0; n < times; n++) {
    await setTimeout(1_000 + Math.random() * 2_000);
    const start = performance.now();
    await one.ask({ name: 'mark', ids: ['d'], change: { taken: `${n}` } });
    await two.until(async () => {
      const { d } = (await two.ask({ name: 'statuses' })) as Record<string, Status>;
      return d?.taken?.value === `${n}`;
    });
    took.push(performance.now() - start);
  }
  for (const desk of [one, two]) {
    await desk.close();
    desk.remove();
  }
  return took;
}

/** What a user waits for, in milliseconds, and the processor time of the desk meanwhile. */
export type Figures = Record<'start' | 'mark' | 'markAll' | 'arrival', { wait: number; spent: number }>;

const LIBRARY = 20_000;
const BATCH = 1_000;

/** The figures of a reader that shares, or of one that does not (no invitation), with 20,000 dispatches. */
export async function ownFigures(invitation: string | undefined): Promise<Figures> {
  const desk = new Desk(10_000);
  await desk.start();
  const ids = Array.from({ length: LIBRARY }, (_, n) => `own-${n}`);
  if (invitation !== undefined) {
    await desk.ask({ name: 'join', invitation, marks: 'desk' });
    await desk.until(() => desk.isShared());
  }
  for (let at = 0; at < LIBRARY; at += BATCH)
    await desk.ask({
      name: 'import',
      dispatches: ids
        .slice(at, at + BATCH)
        .map((id) => ({ id, headline: `Meldung ${id}`, body: [`Der Text von ${id}.`] })),
    });
  await desk.close();
  const measured = async (work: () => Promise<unknown>, since = () => desk.spent) => {
    const [start, before] = [performance.now(), since()];
    await work();
    return { wait: performance.now() - start, spent: desk.spent - before };
  };
  const start = await measured(
    async () => {
      await desk.start();
      await desk.ask({ name: 'article', id: 'own-0' });
    },
    () => 0,
  );
  if (invitation !== undefined) await desk.until(() => desk.isShared());
  const some = ids.slice(0, 200);
  const marks = await measured(async () => {
    for (const id of some) await desk.ask({ name: 'mark', ids: [id], change: { bookmark: true } });
  });
  const arrivals = await measured(async () => {
    for (const id of some) {
      await desk.ask({
        name: 'import',
        dispatches: [{ id: `new-${id}`, headline: `Neue ${id}`, body: ['Ein Text.'] }],
      });
      await desk.ask({ name: 'article', id: `new-${id}` });
    }
  });
  const markAll = await measured(() => desk.ask({ name: 'mark', ids, change: { read: true } }));
  await desk.close();
  desk.remove();
  const each = ({ wait, spent }: { wait: number; spent: number }) => ({
    wait: wait / some.length,
    spent: spent / some.length,
  });
  return { start, mark: each(marks), arrival: each(arrivals), markAll };
}
