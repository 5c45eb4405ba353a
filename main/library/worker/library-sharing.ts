import type { SharedStatus } from '../changes/shared.ts';
import { SHARED_PATH } from '../changes/shared-path.ts';
import { type Sharing, type UnsentStatus, unsentAfter, unsentDispatches, type VersionKey } from '../changes/unsent.ts';
import type { Store } from '../index/store.ts';
import type { LibraryClient } from './library-client.ts';

/** The library as a server of the newsroom sees it: what it has not received, and the way in for what others did. */
export class LibrarySharing {
  /** What the path of a dispatch from the server begins with. */
  readonly path = SHARED_PATH;
  private readonly store: Store;
  private readonly client: LibraryClient;

  constructor(store: Store, client: LibraryClient) {
    this.store = store;
    this.client = client;
  }

  /** Begins to note what changes, or ends it. Everything counts as unsent with another key, and after the index was rebuilt. */
  share(sharing: Sharing | undefined): Promise<void> {
    return this.client.ask({ name: 'share', sharing });
  }

  /** The next unsent statuses behind an id ('' for the first). */
  unsent(after: string, most: number): UnsentStatus[] {
    return unsentAfter(this.store, after, most);
  }

  /** The server has received these; what has changed since stays unsent. */
  sent(statuses: readonly UnsentStatus[]): Promise<void> {
    return this.client.ask({ name: 'sent', statuses });
  }

  /** Merges what other desks did: of every field the later change stays. */
  merge(statuses: readonly SharedStatus[]): Promise<void> {
    return this.client.ask({ name: 'merge', statuses });
  }

  /** Sets how many milliseconds this computer's clock is behind the server's, for the stamps of later changes. */
  setClock(offset: number): Promise<void> {
    return this.client.ask({ name: 'clock', offset });
  }

  /** Dispatches that came in here and that the server has not received, as JSON text. */
  unsentDispatches(most: number): (VersionKey & { readonly json: string })[] {
    return unsentDispatches(this.store, most);
  }

  sentDispatches(dispatches: readonly VersionKey[]): Promise<void> {
    return this.client.ask({ name: 'sentDispatches', dispatches });
  }
}
