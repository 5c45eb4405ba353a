import { login } from './login.ts';
import type { Membership } from './membership.ts';
import type { Hello, Remote } from './remote.ts';
import type { SecretFile } from './secret.ts';

/** What a connection tells. */
export interface LinkEvents {
  /** The server may have something new. */
  readonly woken: () => void;
  readonly lost: () => void;
}

/** The connection to the server, as far as there is one, and what the server said about this login. */
export class Link {
  private readonly secret: SecretFile;
  private readonly events: LinkEvents;
  private open: Remote | undefined;
  private said: Hello | undefined;
  /** Gives up a connection that is being made. */
  private readonly ending = new AbortController();

  constructor(secret: SecretFile, events: LinkEvents) {
    this.secret = secret;
    this.events = events;
  }

  get remote(): Remote | undefined {
    return this.open;
  }

  /** What the server said last; also while it cannot be reached. */
  get hello(): Hello | undefined {
    return this.said;
  }

  /**
   * Connects. `greeted` is called with what the server says and when it was asked, before anything is exchanged; the connection is closed
   * if it rejects.
   */
  async connect(member: Membership, greeted: (hello: Hello, askedAt: number) => Promise<void>): Promise<void> {
    const remote = await login(member, this.secret, this.ending.signal);
    remote.onLost(() => {
      if (this.open !== remote) return;
      this.open = undefined;
      this.events.lost();
    });
    try {
      const askedAt = Date.now();
      this.said = await remote.hello();
      await greeted(this.said, askedAt);
      if (member.address.pooled !== true)
        await remote.listen(
          this.said.scopes.map(({ id }) => id),
          this.events.woken,
        );
    } catch (error) {
      remote.close();
      throw error;
    }
    this.open = remote;
  }

  /** Ends the connection; what the server said stays. */
  drop(): void {
    this.open?.close();
    this.open = undefined;
  }

  /** Ends the connection, and forgets whose it was. */
  forget(): void {
    this.drop();
    this.said = undefined;
  }

  /** Ends the connection, and any that is being made, for good. */
  end(): void {
    this.ending.abort();
    this.drop();
  }
}
