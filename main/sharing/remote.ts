import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { version as program } from '../program/version.ts';
import { type Client, connect } from './connect.ts';
import type { SharedDispatch } from './dispatches.ts';
import type { Address } from './invitation.ts';
import { verifierOf } from './password.ts';

/** A field of a status as the server stores it: id, field, value as JSON text, stamp. */
export type Row = readonly [id: string, field: string, value: string, stamp: string];

const Scope = z.object({ id: z.int(), kind: z.enum(['person', 'desk', 'newsroom']), name: z.string() });
export type Scope = z.infer<typeof Scope>;

const Hello = z.object({
  now: z.string(),
  schema: z.int(),
  /** The schema that a program must know at least; absent in the first schemas. */
  needs: z.int().optional(),
  label: z.string(),
  access: z.enum(['reader', 'desk', 'ingest']),
  scopes: z.array(Scope),
});
export type Hello = z.infer<typeof Hello>;

const Pushed = z.object({
  now: z.string(),
  seq: z.int(),
  changed: z.int(),
  lost: z.array(z.string()),
  ahead: z.array(z.string()),
  /** Milliseconds until the others may be told; absent in the first schemas. */
  wait: z.int().optional(),
});
export type Pushed = z.infer<typeof Pushed>;

const Pulled = z.object({
  now: z.string(),
  scopes: z.array(
    z.object({
      scope: z.int(),
      seq: z.int(),
      forgotten: z.int(),
      rows: z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.int()])),
    }),
  ),
});
export type Pulled = z.infer<typeof Pulled>;

export interface Cursor {
  readonly scope: number;
  /** The number of the last change that is known here. */
  readonly after: number;
}

const Added = z.object({ added: z.int(), room: z.int() });

const PulledDispatches = z.object({ seq: z.int(), more: z.boolean(), documents: z.array(z.string()) });
export type PulledDispatches = z.infer<typeof PulledDispatches>;

const Verdict = z.enum(['kills', 'holds']).nullable();
const Found = z.object({
  total: z.int(),
  more: z.boolean(),
  hits: z.array(
    z.object({
      hash: z.string(),
      month: z.string(),
      id: z.string(),
      version: z.int(),
      source: z.string(),
      published: z.string(),
      headline: z.string(),
      verdict: Verdict,
    }),
  ),
});
export type Found = z.infer<typeof Found>;

const Archived = z.object({ document: z.string(), verdict: Verdict }).nullable();
export type Archived = z.infer<typeof Archived>;

/** A notification of more scopes than it can name. */
const EVERYTHING = '*';

/** A connection to the newsroom's server: each call is one round trip. */
export class Remote {
  private readonly client: Client;
  /** Changes of which the others are about to be told, by scope. */
  private readonly telling = new Map<number, number | null>();

  /** Rejects with an error of the system, of TLS or of PostgreSQL. */
  static async open(address: Address, user: string, password: string, signal?: AbortSignal): Promise<Remote> {
    return new Remote(await connect(address, user, password, signal));
  }

  private constructor(client: Client) {
    this.client = client;
  }

  /** Calls `lost` when the connection is. */
  onLost(lost: () => void): void {
    this.client.once('end', lost);
    this.client.once('error', lost);
  }

  /** Calls `wake` when something has changed in one of these scopes, also by this login. Through a pool nothing is ever heard. */
  async listen(scopes: readonly number[], wake: () => void): Promise<void> {
    const mine = new Set(scopes.map(String));
    this.client.on('notification', ({ payload = '' }) => {
      if (payload === EVERYTHING || payload.split(',').some((scope) => mine.has(scope))) wake();
    });
    await this.client.query('LISTEN depesche');
  }

  /** Redeems the invitation: from then on the login has this password. Either both happen or nothing. */
  async join(user: string, password: string): Promise<void> {
    await this.client.query('BEGIN');
    try {
      await this.client.query('SELECT depesche.join()');
      // A name that the server gave, and signs of base64: nothing to escape but what is there.
      await this.client.query(
        `ALTER ROLE ${this.client.escapeIdentifier(user)} PASSWORD ${this.client.escapeLiteral(verifierOf(password))}`,
      );
      await this.client.query('COMMIT');
    } catch (error) {
      await this.client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** Gives the login up: nobody can use it again. */
  async leave(): Promise<void> {
    await this.client.query('SELECT depesche.leave()');
  }

  hello(): Promise<Hello> {
    return this.ask(Hello, 'SELECT depesche.hello($1) AS answer', [program]);
  }

  async push(scope: number, rows: readonly Row[]): Promise<Pushed> {
    const pushed = await this.ask(Pushed, 'SELECT depesche.push($1, $2) AS answer', [scope, JSON.stringify(rows)]);
    if (pushed.changed > 0) void this.tell(scope, pushed.seq, pushed.wait);
    return pushed;
  }

  /**
   * Tells the others of a change (null: the last), in so many milliseconds. Nobody waits for it, and it does not wait for the disk: there is
   * nothing to lose.
   */
  private async tell(scope: number, seq: number | null, wait = 0): Promise<void> {
    const isUnderWay = this.telling.has(scope);
    this.telling.set(scope, seq);
    if (isUnderWay) return;
    try {
      let after = wait;
      let told: number | null | undefined;
      while (after > 0 || told !== this.telling.get(scope)) {
        await setTimeout(after, undefined, { ref: false });
        told = this.telling.get(scope);
        after = await this.ask(
          z.int(),
          "SELECT set_config('synchronous_commit', 'off', true), depesche.tell($1, $2) AS answer",
          [scope, told],
        );
      }
    } catch {
      // The connection is lost, or the server is older: the others see it when they poll.
    } finally {
      this.telling.delete(scope);
    }
  }

  pull(cursors: readonly Cursor[], most: number): Promise<Pulled> {
    return this.ask(Pulled, 'SELECT depesche.pull($1, $2) AS answer', [JSON.stringify(cursors), most]);
  }

  /** Of these documents the hashes that the server lacks. */
  offer(given: readonly (readonly [published: string, hash: string])[]): Promise<string[]> {
    return this.ask(z.array(z.string()), 'SELECT depesche.offer($1) AS answer', [JSON.stringify(given)]);
  }

  async putDispatches(batch: readonly SharedDispatch[]): Promise<void> {
    const { added, room } = await this.ask(Added, 'SELECT depesche.put_dispatches($1) AS answer', [
      JSON.stringify(batch),
    ]);
    if (added > 0) void this.tell(room, null);
  }

  /** Without a number: those of the last days. */
  pullDispatches(after: number | undefined, days: number, most: number): Promise<PulledDispatches> {
    return this.ask(PulledDispatches, 'SELECT depesche.pull_dispatches($1, $2, $3) AS answer', [
      after ?? null,
      days,
      most,
    ]);
  }

  /** `query` is a tsquery; times are ISO 8601. */
  search(query: string | null, since: string | null, until: string | null, skip: number, most: number): Promise<Found> {
    const values = [query, since, until, skip, most];
    return this.ask(Found, 'SELECT depesche.search($1, $2, $3, $4, $5) AS answer', values);
  }

  /** A dispatch of the archive; null if it is not there, or not for this login. */
  archived(month: string, hash: string): Promise<Archived> {
    return this.ask(Archived, 'SELECT depesche.archived($1, $2) AS answer', [month, hash]);
  }

  /** Ends the connection, and does not wait for a server that is gone. */
  close(): void {
    this.client.removeAllListeners('end');
    void this.client.end().catch(() => undefined);
  }

  private async ask<T>(shape: z.ZodType<T>, text: string, values: unknown[]): Promise<T> {
    const { rows } = await this.client.query(text, values);
    return shape.parse(rows[0]?.answer);
  }
}
