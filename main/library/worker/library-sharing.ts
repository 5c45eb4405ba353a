import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { SERVER_PATH } from '../../../preload/contract/sharing.ts';
import type { Dispatch } from '../../wire/dispatch.ts';
import type { ReadFile } from '../changes/read-files.ts';
import type { SharedStatus } from '../changes/shared.ts';
import { type Sharing, type UnsentStatus, unsentAfter, unsentDispatches, type VersionKey } from '../changes/unsent.ts';
import { prepare } from '../index/index-entry.ts';
import type { Store } from '../index/store.ts';
import type { Correction } from '../upkeep/restamp.ts';
import type { InboxBatch } from './inbox-batches.ts';
import type { LibraryClient } from './library-client.ts';

/** The library as a server of the newsroom sees it: what it has not received, and the way in for what others did. */
export class LibrarySharing {
  /** What the path of a dispatch from the server begins with. */
  readonly path = SERVER_PATH;
  private readonly store: Store;
  private readonly client: LibraryClient;
  private port: MessagePort | undefined;

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
    return this.client.ask({ name: 'merge', statuses, ours: false });
  }

  /** Merges what was done here once, as a backup has it: the server is to get it, too. */
  mergeOurs(statuses: readonly SharedStatus[]): Promise<void> {
    return this.client.ask({ name: 'merge', statuses, ours: true });
  }

  /**
   * Sets how many milliseconds this computer's clock is behind the server's, for the stamps of later changes, and corrects those of
   * earlier ones that the server has not received. Returns how many statuses it corrected.
   */
  setClock(offset: number, correction?: Correction): Promise<number> {
    return this.client.ask({ name: 'clock', offset, correction });
  }

  /** Dispatches that came in here and that the server has not received, as JSON text. */
  unsentDispatches(most: number): (VersionKey & { readonly json: string })[] {
    return unsentDispatches(this.store, most);
  }

  /** Takes in dispatches of the server like files of an inbox. Rejects if they could not be added. */
  async takeIn(dispatches: readonly Dispatch[]): Promise<void> {
    this.port ??= this.client.inboxPort();
    const files = dispatches.map(
      (dispatch): ReadFile => ({
        path: dispatch.file.path,
        size: 0,
        mtime: 0,
        ctime: 0,
        sha256: '',
        dispatches: [prepare(dispatch)],
      }),
    );
    const batch: InboxBatch = { kind: 'files', files, more: false };
    const receipt = once(this.port, 'message');
    this.port.postMessage(batch);
    const [answer] = await receipt;
    if (answer.imported === undefined) throw new Error('not imported');
  }

  close(): void {
    this.port?.close();
  }

  sentDispatches(dispatches: readonly VersionKey[]): Promise<void> {
    return this.client.ask({ name: 'sentDispatches', dispatches });
  }
}
