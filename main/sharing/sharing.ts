import type { LowSync } from 'lowdb';
import { type Marks, SharingInfo, type SharingTrouble } from '../../preload/contract/contract.ts';
import type { Message } from '../../preload/contract/messages.ts';
import type { LibrarySharing } from '../library/library.ts';
import { Backoff } from './backoff.ts';
import { receiveDispatches, sendDispatches } from './dispatch-exchange.ts';
import { type Cursors, type Places, pull, push, ServerWentBack } from './exchange.ts';
import { invitationIn } from './invitation.ts';
import { login, redeem } from './login.ts';
import { type Membership, openMembership } from './membership.ts';
import { NewerSchema, SCHEMA_VERSION } from './migrations.ts';
import { infoOf, placesOf } from './places.ts';
import type { Hello, Remote } from './remote.ts';
import { type Keychain, SecretFile } from './secret.ts';
import { isFinal, troubleOf } from './trouble.ts';

/** Milliseconds. */
const POLL_MS = 10_000;
const PUSH_AFTER_MS = 200;
/** Several changes at once are one pull. */
const WAKE_AFTER_MS = 50;
/** The cursor of dispatches, besides those of the scopes, which count from 1. */
const DISPATCHES = 0;
/** Clocks are never quite equal: what lies below is the network. */
const CLOCK_TOLERANCE_MS = 500;

export interface SharingParts {
  readonly library: LibrarySharing;
  readonly dataFolder: string;
  readonly keychain?: (() => Keychain | undefined) | undefined;
  /** What the window shows of it has changed. */
  readonly changed: (info: SharingInfo) => void;
  readonly notice: (notice: Message) => void;
  /** Milliseconds between polls; default 10,000. */
  readonly pollMs?: number;
}

/**
 * Shares a library through the newsroom's server. Everything is done in the library first and exchanged afterwards: nothing here
 * is waited for, and whatever fails is tried again, later and later. While nothing is shared it does nothing.
 */
export class Sharing {
  private readonly parts: SharingParts;
  private readonly file: LowSync<Membership | null>;
  private readonly secret: SecretFile;
  private readonly backoff = new Backoff();
  private remote: Remote | undefined;
  private hello: Hello | undefined;
  private trouble: SharingTrouble | undefined;
  private contact: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** When the timer ends. */
  private due = 0;
  private round: Promise<void> | undefined;
  /** Something happened during the round that it may have missed. */
  private again = false;
  private closed = false;
  /** Gives up a connection that is being made. */
  private readonly ending = new AbortController();
  private cursors: Cursors = {};

  constructor(parts: SharingParts) {
    this.parts = parts;
    this.file = openMembership(parts.dataFolder, parts.notice);
    this.secret = new SecretFile(parts.dataFolder, parts.keychain);
  }

  /** Begins to share if this library has joined. */
  start(): void {
    if (this.file.data === null) return;
    this.cursors = { ...this.file.data.cursors };
    void this.parts.library.setClock(this.file.data.offset).catch(() => undefined);
    this.reopen();
  }

  /** As the window shows it. */
  get info(): SharingInfo {
    const { data, hello, trouble, contact } = this;
    const state = trouble !== undefined ? 'waiting' : this.remote && hello ? 'shared' : 'connecting';
    return infoOf(data, hello, state, trouble, contact);
  }

  /** Joins with an invitation. Resolves with why it failed, undefined if it did not; a failure leaves no trace. */
  async join(text: string, marks: Marks): Promise<SharingTrouble | 'no-invitation' | undefined> {
    const invitation = invitationIn(text);
    if (!invitation) return 'no-invitation';
    if (this.file.data !== null) await this.leave();
    const { user, secret: _, ...address } = invitation;
    try {
      await redeem(invitation, this.secret);
    } catch (error) {
      return troubleOf(error);
    }
    this.cursors = {};
    this.save({ version: 1, address, user, marks, epoch: 1, cursors: {}, offset: 0 });
    this.reopen();
    return undefined;
  }

  /** Changes to whom marks belong; those made so far are offered there, too. */
  async belong(marks: Marks): Promise<void> {
    const { data } = this.file;
    if (data === null || data.marks === marks) return;
    this.save({ ...data, marks, epoch: data.epoch + 1 });
    await this.beginNoting();
    this.poke();
  }

  /** Stops sharing. What has come from others stays in the library; the login is given up if there is a connection. */
  async leave(): Promise<void> {
    this.file.data = null;
    this.unplan();
    await this.round;
    await this.remote?.leave().catch(() => undefined);
    this.disconnect();
    this.file.write();
    this.secret.remove();
    this.trouble = undefined;
    this.contact = undefined;
    await this.parts.library.share(undefined);
    await this.parts.library.setClock(0);
    this.tell();
  }

  /** Something may have changed in the library: send it soon. */
  poke(): void {
    if (!this.remote || !this.hello) return;
    const { library } = this.parts;
    if (library.unsent('', 1).length > 0 || library.unsentDispatches(1).length > 0) this.roundIn(PUSH_AFTER_MS);
  }

  /** The index may have been rebuilt: a new one does not know what was sent. */
  rebuilt(): void {
    void this.beginNoting().catch(() => undefined);
  }

  /** The connection, for what the user asks of the server; undefined while there is none. */
  get server(): Remote | undefined {
    return this.remote;
  }

  /** Tries at once, for a user who does not want to wait. */
  retry(): void {
    this.backoff.reset();
    this.roundIn(0);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.ending.abort();
    this.unplan();
    // A server that does not answer must not keep the program open.
    this.remote?.close();
    await this.round;
    this.disconnect();
    this.parts.library.close();
  }

  private reopen(): void {
    this.trouble = undefined;
    this.disconnect();
    this.tell();
    this.roundIn(0);
  }

  private disconnect(): void {
    this.hello = undefined;
    this.remote?.close();
    this.remote = undefined;
  }

  private unplan(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Plans a round, unless an earlier one is planned. During a round it is planned for soon after. */
  private roundIn(milliseconds: number): void {
    if (this.closed || this.data === null) return;
    if (this.round) {
      this.again = true;
      return;
    }
    const due = Date.now() + milliseconds;
    if (this.timer && this.due <= due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.round = this.run().then((next) => this.ended(next));
    }, milliseconds);
  }

  private ended(next: number | undefined): void {
    const soon = this.again && this.trouble === undefined;
    this.round = undefined;
    this.again = false;
    if (next !== undefined) this.roundIn(soon ? Math.min(next, PUSH_AFTER_MS) : next);
  }

  /** One round: what is new there, then what is new here. Resolves with the milliseconds until the next; undefined for none. */
  private async run(): Promise<number | undefined> {
    try {
      await this.connected();
      // A round later than they were reached: by now the journal that has them is on the disk.
      this.saveCursors();
      await this.exchange();
      this.backoff.reset();
      this.contact = new Date().toISOString();
      this.settle(undefined);
      return this.parts.pollMs ?? POLL_MS;
    } catch (error) {
      if (this.data === null || this.closed) return undefined;
      if (error instanceof ServerWentBack) {
        await this.startOver(this.data);
        return 0;
      }
      this.remote?.close();
      this.remote = undefined;
      const trouble = troubleOf(error);
      this.settle(trouble);
      return isFinal(trouble) ? undefined : this.backoff.next();
    }
  }

  private async connected(): Promise<void> {
    const { data } = this.file;
    if (this.remote || data === null) return;
    const remote = await login(data, this.secret, this.ending.signal);
    remote.onLost(() => {
      if (this.remote !== remote) return;
      this.remote = undefined;
      this.roundIn(this.backoff.next());
    });
    try {
      const askedAt = Date.now();
      this.hello = await remote.hello();
      // Before anything else: what a wrong clock stamps now would have to wait until its time comes.
      await this.setClock(this.hello.now, askedAt);
      if (this.hello.schema > SCHEMA_VERSION) throw new NewerSchema(this.hello.schema);
    } catch (error) {
      remote.close();
      throw error;
    }
    this.remote = remote;
    await this.beginNoting();
    if (data.address.pooled !== true)
      await remote.listen(
        this.hello.scopes.map(({ id }) => id),
        () => this.roundIn(WAKE_AFTER_MS),
      );
  }

  /** The library notes from now on what is to be sent. Until the server has said what this login may, it goes on as before. */
  private async beginNoting(): Promise<void> {
    const { data, hello } = this;
    if (data === null || hello === undefined) return;
    const key = `${data.user} ${data.epoch}`;
    await this.parts.library.share(
      hello.access === 'reader' ? undefined : { key, dispatches: hello.access === 'ingest' },
    );
  }

  private get data(): Membership | null {
    return this.file.data;
  }

  private get places(): Places {
    return placesOf(this.hello?.scopes ?? [], this.data?.marks ?? 'desk');
  }

  private async exchange(): Promise<void> {
    const { library } = this.parts;
    for (let lost = true; lost; ) {
      for (let more = true; more; ) {
        const { remote } = this;
        if (!remote) return;
        const sentAt = Date.now();
        const answer = await pull(remote, library, this.places, this.cursors);
        this.cursors = answer.cursors;
        more = answer.more;
        await this.setClock(answer.now, sentAt);
      }
      const { remote } = this;
      if (!remote || this.hello?.access === 'reader') break;
      ({ lost } = await push(remote, library, this.places));
    }
    if (this.remote && this.hello?.access === 'ingest') await sendDispatches(this.remote, library);
    if (this.remote)
      await receiveDispatches(this.remote, library, this.cursors[DISPATCHES], (seq) => {
        this.cursors = { ...this.cursors, [DISPATCHES]: seq };
      });
  }

  /** Compares this computer's clock with the time `there`, for which it was asked at `askedAt`. */
  private async setClock(there: string, askedAt: number): Promise<void> {
    const { data } = this;
    const now = Date.now();
    const measured = Date.parse(there) - (askedAt + now) / 2;
    const doubt = Math.max(CLOCK_TOLERANCE_MS, (now - askedAt) / 2);
    if (data === null || Math.abs(measured - data.offset) < doubt) return;
    const offset = Math.abs(measured) < CLOCK_TOLERANCE_MS ? 0 : Math.round(measured);
    this.save({ ...data, offset });
    await this.parts.library.setClock(offset);
  }

  /** A server from a backup gets everything again. */
  private async startOver(data: Membership): Promise<void> {
    this.cursors = {};
    this.save({ ...data, epoch: data.epoch + 1, cursors: {} });
    await this.beginNoting();
  }

  private saveCursors(): void {
    const { data } = this;
    if (data !== null && JSON.stringify(data.cursors) !== JSON.stringify(this.cursors))
      this.save({ ...data, cursors: { ...this.cursors } });
  }

  private save(data: Membership): void {
    this.file.data = data;
    this.file.write();
  }

  private settle(trouble: SharingTrouble | undefined): void {
    this.trouble = trouble;
    this.tell();
  }

  private tell(): void {
    this.parts.changed(SharingInfo.parse(this.info));
  }
}
