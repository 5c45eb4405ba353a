import type { MarkResult, Retention, StatusChange } from '../../../preload/contract/contract.ts';
import type { Message } from '../../../preload/contract/messages.ts';
import type { Steps } from '../changes/marker.ts';
import { forgetFile, forgetFolder } from '../changes/read-files.ts';
import type { SharedStatus } from '../changes/shared.ts';
import {
  forgetSent,
  forgetSentDispatches,
  type Sharing,
  share,
  type UnsentStatus,
  type VersionKey,
} from '../changes/unsent.ts';
import type { LibraryQuery } from '../queries/list-source.ts';
import { keysOfList } from '../queries/list-window.ts';
import { silentSources } from '../queries/silence.ts';
import { everything } from '../queries/watching.ts';
import type { Correction } from '../upkeep/restamp.ts';
import type { Arrived } from './arrivals.ts';
import type { LibraryWriter } from './writer.ts';

/** The reader's requests to the library's thread; `answer` is the number of the reply. */
export type Order = { readonly answer: number } & (
  | { readonly name: 'mark'; readonly ids: readonly string[]; readonly change: StatusChange; readonly at: string }
  | {
      readonly name: 'markList';
      readonly query: LibraryQuery;
      readonly read: boolean;
      readonly part: 'all' | 'above' | 'below';
      readonly anchor: string | undefined;
      readonly at: string;
    }
  | { readonly name: 'markFound'; readonly search: string; readonly change: StatusChange; readonly at: string }
  | { readonly name: 'undo'; readonly undo: string; readonly at: string }
  | { readonly name: 'forgetFile'; readonly path: string }
  | { readonly name: 'forgetFolder'; readonly key: string }
  /** The rules have been applied to these dispatches. */
  | { readonly name: 'tested'; readonly places: readonly number[] }
  /** Reads only. */
  | { readonly name: 'silence'; readonly now: Date }
  | { readonly name: 'rebuild' }
  | { readonly name: 'retain'; readonly retention: Retention }
  | { readonly name: 'share'; readonly sharing: Sharing | undefined }
  | { readonly name: 'sent'; readonly statuses: readonly UnsentStatus[] }
  | { readonly name: 'sentDispatches'; readonly dispatches: readonly VersionKey[] }
  | { readonly name: 'merge'; readonly statuses: readonly SharedStatus[]; readonly ours: boolean }
  | { readonly name: 'clock'; readonly offset: number; readonly correction: Correction | undefined }
  | { readonly name: 'close' }
);
/** `Omit` applied to each member of the union. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type Request = Without<Order, 'answer'>;

export type Answer = { readonly answer: number } & ({ readonly value: unknown } | { readonly error: string });

export type LibraryEvent =
  | { readonly event: 'open'; readonly notices: readonly Message[] }
  /** Periods of sort keys in which something has changed; absent: anywhere. */
  | { readonly event: 'changed'; readonly periods?: readonly number[] | undefined }
  | { readonly event: 'notice'; readonly notices: readonly Message[] }
  | ({ readonly event: 'arrived' } & Arrived)
  /** A notice that no longer applies. */
  | { readonly event: 'over'; readonly notice: Message }
  | { readonly event: 'rebuilding'; readonly done: number; readonly total: number }
  | { readonly event: 'recovered' };

/** The steps of an order that may take long; undefined for other orders. The dispatches it concerns are determined at once. */
export function stepsOf(writer: LibraryWriter, order: Order): Steps<MarkResult> | undefined {
  if (order.name === 'undo') return writer.marker.undo(order.undo, order.at);
  if (order.name !== 'markList' && order.name !== 'markFound') return undefined;
  writer.commit();
  if (order.name === 'markFound') {
    const found = keysOfList(writer.store, everything(order.search), 'all', undefined, new Date());
    return writer.marker.markPlaces(found, order.change, order.at);
  }
  const keys = keysOfList(writer.store, order.query, order.part, order.anchor, new Date());
  return writer.marker.markPlaces(keys, { read: order.read || null }, order.at);
}

/** Orders that change nothing of what lists or files show. */
export const isBookkeeping = ({ name }: Order): boolean =>
  name === 'silence' ||
  name === 'tested' ||
  name === 'share' ||
  name === 'sent' ||
  name === 'sentDispatches' ||
  name === 'clock';

/** Carries out an order and returns the answer. */
export function obey(writer: LibraryWriter, order: Order): unknown {
  switch (order.name) {
    case 'mark':
      return writer.marker.mark(order.ids, order.change, order.at);
    case 'forgetFile':
      return writer.now((store) => forgetFile(store, order.path));
    case 'forgetFolder':
      return writer.now((store) => forgetFolder(store, order.key));
    case 'tested':
      return writer.now(() => writer.arrivals.tested(order.places));
    case 'silence':
      return silentSources(writer.store, order.now);
    case 'rebuild':
      return writer.forgetIndex();
    case 'share':
      return writer.now((store) => share(store, order.sharing));
    case 'sent':
      return writer.now((store) => forgetSent(store, order.statuses));
    case 'sentDispatches':
      return writer.now((store) => forgetSentDispatches(store, order.dispatches));
    case 'merge':
      return writer.marker.merge(order.statuses, order.ours);
    case 'clock':
      return writer.setClock(order.offset, order.correction);
    case 'markList':
    case 'markFound':
    case 'undo':
    case 'retain':
    case 'close':
      // Long orders, and those handled by the thread itself.
      return undefined;
  }
}
