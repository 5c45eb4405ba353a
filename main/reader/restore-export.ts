import type { CallOut, Dispatch, StatusChange, StatusView, TypedChange } from '../../preload/contract/contract.ts';
import { restored } from '../../preload/export/json.ts';
import type { Library } from '../library/library.ts';

/** So many places are named. */
const MAX_NAMED = 10;

/** Dispatches sent to the library at once. */
const A_BATCH = 200;

/**
 * Takes the dispatches of an exported JSON file in again, with what people did with them. It only adds: what the
 * library knows of a dispatch stays. `refused` for any other file.
 */
export async function restoreExport(library: Library, content: string): Promise<CallOut<'export.restore'>> {
  const found = restored(content);
  if (!found) return { count: 0, refused: true };
  const { items, unreadable } = found;
  const isNew = ({ dispatch: { id, version } }: (typeof items)[number]) => !library.article({ id, version });
  const missing = items.filter(isNew).map(({ dispatch }) => dispatch);
  for (let at = 0; at < missing.length; at += A_BATCH) await library.sharing.takeIn(missing.slice(at, at + A_BATCH));
  for (const { dispatch, status } of items) {
    const change = status && additions(dispatch, status, library.article({ id: dispatch.id })?.status);
    if (change && Object.keys(change).length > 0) await library.mark([dispatch.id], change);
  }
  return { count: items.length, ...(unreadable.length > 0 && { unreadable: unreadable.slice(0, MAX_NAMED) }) };
}

/** What a status has that the library's does not. */
function additions(dispatch: Dispatch, status: StatusView, known: StatusView | undefined): StatusChange {
  const typed: TypedChange = {};
  for (const name of status.tags) if (!known?.tags.includes(name)) typed[`tag:${name}`] = true;
  for (const { id, text } of status.notes) if (!known?.notes.some((note) => note.id === id)) typed[`note:${id}`] = text;
  for (const { id, at: _, ...passage } of status.passages ?? [])
    if (!known?.passages?.some((one) => one.id === id)) typed[`mark:${id}`] = passage;
  for (const { id, at: _, ...mark } of status.rules ?? [])
    if (!known?.rules?.some((one) => one.id === id)) typed[`rule:${id}`] = mark;
  // Read in an earlier version only: this one is still unread.
  const isReadHere = status.read && (status.readVersion ?? dispatch.version) >= dispatch.version;
  const { later, hidden, taken, copied, exported, cleared } = status;
  return {
    ...typed,
    ...(status.bookmarked && !known?.bookmarked && { bookmark: true }),
    ...(isReadHere && !known?.read && { read: true }),
    ...(later !== undefined && known?.later === undefined && { later }),
    ...(hidden && !known?.hidden && { hidden: true }),
    ...(taken && !known?.taken && { taken: taken.by }),
    ...(copied && !known?.copied && { copied }),
    ...(exported && !known?.exported && { exported }),
    ...(cleared && !known?.cleared && { cleared }),
  };
}
