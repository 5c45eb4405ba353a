import type { LowSync } from 'lowdb';
import { type Marks, SharingInfo, type SharingTrouble } from '../../preload/contract/contract.ts';
import type { Message } from '../../preload/contract/messages.ts';
import type { LibrarySharing } from '../library/library.ts';
import { Backoff } from './backoff.ts';
import { measuredOffset } from './clock-offset.ts';
import { type Cursors, ServerWentBack } from './exchange.ts';
import { invitationIn } from './invitation.ts';
import { Link } from './link.ts';
import { redeem } from './login.ts';
import { type Membership, openMembership } from './membership.ts';
import { NewerSchema, SCHEMA_VERSION } from './migrations.ts';
import { infoOf, placesOf } from './places.ts';
import type { Remote } from './remote.ts';
import { exchange, type Round } from './round.ts';
import { Rounds } from './rounds.ts';
import { type Keychain, SecretFile } from './secret.ts';
import { type LocalLists, SharedLists } from './shared-lists.ts';
import { isFinal, troubleOf } from './trouble.ts';

/** Milliseconds. */
const POLL_MS = 10_000;
const PUSH_AFTER_MS = 200;
/** Several changes at once are one pull. */
const WAKE_AFTER_MS = 50;

export interface SharingParts {
  readonly library: LibrarySharing;
  readonly dataFolder: string;
  /** The saved searches and rules, which the desk shares if the user wishes. */
  readonly lists: LocalLists;
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
  private readonly lists: SharedLists;
  private readonly backoff = new Backoff();
  private readonly link: Link;
  private trouble: SharingTrouble | undefined;
  private contact: string | undefined;
  private readonly rounds: Rounds;
  private closed = false;
  private cursors: Cursors = {};

  constructor(parts: SharingParts) {
    this.parts = parts;
    this.file = openMembership(parts.dataFolder, parts.notice);
    this.lists = new SharedLists(parts.dataFolder, parts.lists, parts.notice);
    this.secret = new SecretFile(parts.dataFolder, parts.keychain);
    this.rounds = new Rounds({
      run: () => this.run(),
      isOver: () => this.closed || this.data === null,
      mayHurry: () => this.trouble === undefined,
    });
    this.link = new Link(this.secret, {
      woken: () => this.rounds.plan(WAKE_AFTER_MS),
      lost: () => this.rounds.plan(this.backoff.next()),
    });
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
    const { data, link, trouble, contact } = this;
    const state = trouble !== undefined ? 'waiting' : link.remote ? 'shared' : 'connecting';
    return infoOf(data, link.hello, state, trouble, contact);
  }

  /** Joins with an invitation. Resolves with why it failed, undefined if it did not; a failure leaves no trace. */
  async join(text: string, marks: Marks): Promise<SharingTrouble | 'no-invitation' | undefined> {
    const invitation = invitationIn(text);
    if (!invitation) return 'no-invitation';
    const { user, secret: _, ...address } = invitation;
    try {
      await redeem(invitation, this.secret);
    } catch (error) {
      return troubleOf(error);
    }
    // The invitation replaces what was there, such as a login that was revoked.
    await this.giveUp();
    this.cursors = {};
    this.lists.forget();
    this.save({ version: 1, address, user, marks, lists: false, epoch: 1, cursors: {}, offset: 0 });
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

  /** Shares saved searches and rules with the desk, or no longer. */
  shareLists(on: boolean): void {
    const { data } = this.file;
    if (data === null || data.lists === on) return;
    this.save({ ...data, lists: on });
    if (!on) this.lists.stop();
    this.tell();
    this.rounds.plan(0);
  }

  /** Stops sharing. What has come from others stays in the library; the login is given up if there is a connection. */
  async leave(): Promise<void> {
    await this.giveUp();
    this.lists.forget();
    this.file.write();
    this.secret.remove();
    this.trouble = undefined;
    this.contact = undefined;
    await this.parts.library.share(undefined);
    await this.parts.library.setClock(0);
    this.tell();
  }

  /** Gives up the login, if there is a connection. */
  private async giveUp(): Promise<void> {
    this.file.data = null;
    await this.rounds.stop();
    await this.link.remote?.leave().catch(() => undefined);
    this.link.forget();
  }

  /** Something may have changed in the library: send it soon. */
  poke(): void {
    if (!this.link.remote) return;
    const { library } = this.parts;
    if (library.unsent('', 1).length > 0 || library.unsentDispatches(1).length > 0) this.rounds.plan(PUSH_AFTER_MS);
  }

  /** The index may have been rebuilt: a new one does not know what was sent. */
  rebuilt(): void {
    void this.beginNoting().catch(() => undefined);
  }

  /** The connection, for what the user asks of the server; undefined while there is none. */
  get server(): Remote | undefined {
    return this.link.remote;
  }

  /** Tries at once, for a user who does not want to wait. */
  retry(): void {
    this.backoff.reset();
    this.rounds.plan(0);
  }

  async close(): Promise<void> {
    this.closed = true;
    // A server that does not answer must not keep the program open.
    this.link.end();
    await this.rounds.stop();
    this.link.end();
    this.parts.library.close();
  }

  private reopen(): void {
    this.trouble = undefined;
    this.link.forget();
    this.tell();
    this.rounds.plan(0);
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
      this.link.drop();
      const trouble = troubleOf(error);
      this.settle(trouble);
      return isFinal(trouble) ? undefined : this.backoff.next();
    }
  }

  private async connected(): Promise<void> {
    const { data, link } = this;
    if (link.remote || data === null) return;
    await link.connect(data, async ({ now, schema, needs = schema }, askedAt) => {
      if (needs > SCHEMA_VERSION) throw new NewerSchema(needs);
      await this.beginNoting();
      // Before anything is exchanged, and of everything that is noted: a wrong clock would win or lose against the others.
      await this.compareClocks(now, askedAt);
    });
  }

  /** The library notes from now on what is to be sent. Until the server has said what this login may, it goes on as before. */
  private async beginNoting(): Promise<void> {
    const { data } = this;
    const access = this.link.hello?.access;
    if (data === null || access === undefined) return;
    const key = `${data.user} ${data.epoch}`;
    await this.parts.library.share(access === 'reader' ? undefined : { key, dispatches: access === 'ingest' });
  }

  private get data(): Membership | null {
    return this.file.data;
  }

  /** One round of the exchange, as far as it gets. */
  private async exchange(): Promise<void> {
    const { link, cursors } = this;
    const { library } = this.parts;
    const round: Round = {
      link,
      library,
      places: placesOf(link.hello?.scopes ?? [], this.data?.marks ?? 'desk'),
      lists: this.lists,
      listsScope: this.data?.lists ? link.hello?.scopes.find(({ kind }) => kind === 'desk')?.id : undefined,
      offset: () => this.data?.offset ?? 0,
      cursors,
      compareClocks: (there, askedAt) => this.compareClocks(there, askedAt),
      bringBack: async (now) => (await library.setClock(this.data?.offset ?? 0, { now, all: false })) > 0,
    };
    try {
      await exchange(round);
    } finally {
      this.cursors = round.cursors;
    }
  }

  /** Corrects this computer's clock, and what it has stamped since the last exchange, by what the server says. */
  private async compareClocks(there: string, askedAt: number): Promise<void> {
    const { data } = this;
    if (data === null) return;
    const offset = measuredOffset(there, askedAt, Date.now(), data.offset);
    if (offset === undefined) return;
    // What was stamped before a first connection may be years old: only what cannot be is corrected.
    const isKnown = Object.keys(data.cursors).length > 0;
    await this.parts.library.setClock(offset, { now: there, all: isKnown });
    this.save({ ...data, offset });
  }

  /** A server from a backup gets everything again. */
  private async startOver(data: Membership): Promise<void> {
    this.cursors = {};
    this.lists.resend();
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
