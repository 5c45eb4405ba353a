import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Status } from '../../main/library/library.ts';
import type { Article, SharingInfo, StatusChange } from '../../preload/contract/contract.ts';
import type { dispatch } from '../unit/library/sample.ts';
import type { Order } from './desk-process.ts';

const program = join(import.meta.dirname, 'desk-process.ts');

/** A desk: a process with a library of its own. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'depesche-desk-'));
  private child: ChildProcess | undefined;
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  private asked = 0;
  private readonly ahead: number;

  /** A desk whose clock is `ahead` milliseconds ahead, with the dispatches of these ids. */
  static async open(ids: readonly string[], ahead = 0): Promise<Desk> {
    const desk = new Desk(ahead);
    onTestFinished(async () => {
      await desk.kill();
      rmSync(desk.folder, { recursive: true, force: true });
    });
    await desk.start();
    await desk.bring(...ids.map((id) => ({ id, headline: `Meldung ${id}`, body: [`Text der Meldung ${id}.`] })));
    return desk;
  }

  private constructor(ahead: number) {
    this.ahead = ahead;
  }

  /** Starts the process, also again after it was killed; its clock is `ahead` milliseconds ahead. */
  async start(ahead = this.ahead): Promise<void> {
    const child = fork(program, [this.folder, '300', String(ahead)], { execArgv: process.execArgv });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.on('message', (message: { ready?: true; id?: number; value?: unknown; error?: string }) => {
        if (message.ready) resolve();
        if (message.id === undefined) return;
        const waiting = this.waiting.get(message.id);
        this.waiting.delete(message.id);
        if (message.error === undefined) waiting?.resolve(message.value);
        else waiting?.reject(new Error(message.error));
      });
      child.once('exit', (code) => {
        reject(new Error(`the desk ended with ${code}`));
        for (const { reject: fail } of this.waiting.values()) fail(new Error('the desk has ended'));
        this.waiting.clear();
      });
    });
  }

  private ask(order: Order): Promise<unknown> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.child?.send({ id, order });
    });
  }

  /** Dispatches come in, as files of its wire folder. */
  async bring(...dispatches: Parameters<typeof dispatch>[0][]): Promise<void> {
    if (dispatches.length > 0) await this.ask({ name: 'import', dispatches });
  }

  async article(id: string): Promise<Article | undefined> {
    return (await this.ask({ name: 'article', id })) as Article | undefined;
  }

  join(invitation: string, marks: 'desk' | 'person' = 'desk'): Promise<unknown> {
    return this.ask({ name: 'join', invitation, marks });
  }

  mark(ids: string | readonly string[], change: StatusChange): Promise<unknown> {
    return this.ask({ name: 'mark', ids: [ids].flat(), change });
  }

  async statuses(): Promise<Record<string, Status>> {
    return (await this.ask({ name: 'statuses' })) as Record<string, Status>;
  }

  /** The value of a field; undefined if it was never set. */
  async field(id: string, field: string): Promise<unknown> {
    return (await this.statuses())[id]?.[field]?.value;
  }

  async info(): Promise<SharingInfo> {
    return (await this.ask({ name: 'info' })) as SharingInfo;
  }

  async shareLists(on: boolean): Promise<void> {
    await this.ask({ name: 'shareLists', on });
  }

  /** Saves a search; undefined deletes it. */
  async saveSearch(id: string, search: string | undefined): Promise<void> {
    await this.ask({ name: 'saveSearch', id, search });
  }

  async makeRule(id: string, search: string): Promise<void> {
    await this.ask({ name: 'makeRule', id, search });
  }

  /** Saved searches, and what its rules look for. */
  lists(): Promise<unknown> {
    return this.ask({ name: 'lists' });
  }

  async leave(): Promise<void> {
    await this.ask({ name: 'leave' });
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.child?.once('exit', resolve));
    await this.ask({ name: 'close' });
    await gone;
  }

  /** As kill -9 does. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}

/** Waits until a condition holds. */
export const eventually = <T>(check: () => Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 90_000, interval: 50 });
