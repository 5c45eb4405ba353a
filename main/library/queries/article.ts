import type { Article, StatusView, VersionInfo } from '../../../preload/contract/contract.ts';
import { type Dispatch, DispatchStatus } from '../../wire/dispatch.ts';
import { hasId, isHead } from '../index/ids.ts';
import { headlineKey, numberKey, type StaticRow } from '../index/index-entry.ts';
import { normKeyOf } from '../index/keys-schema.ts';
import { orderFor, ordersFor, targetIdOf } from '../index/kill-target.ts';
import { wholeOf } from '../index/rows.ts';
import { ALL } from '../index/schema.ts';
import { PERIOD_OF, placeOf, secondOf, timeOf } from '../index/sort-key.ts';
import type { Store } from '../index/store.ts';
import { viewOf } from '../record/status.ts';
import { statusNow } from './list-rows.ts';
import { compile } from './search/compile.ts';
import { foundElsewhere } from './search/found-in.ts';
import { wantedWords } from './search/hits.ts';
import type { Search } from './search/search.ts';
import { understand } from './search/understand.ts';
import { resolveTeaser, type TeaserLibrary } from './teasers.ts';

const CHAIN_WINDOW = 24 * 3600 * 1000;
const MINUTE = 60_000;

/** A complete dispatch with everything the library knows about it; undefined if the library does not have it. */
export function articleOf(
  store: Store,
  request: { id: string; version?: number | undefined; search?: string | undefined },
  now: Date,
): Article | undefined {
  const found =
    request.version === undefined
      ? store.sql(`SELECT * FROM dispatch d WHERE ${isHead('d', '?1')}`).get(request.id)
      : store
          .sql(`SELECT * FROM dispatch d WHERE ${hasId('d', '?1')} AND d.version = ?2`)
          .get(request.id, request.version);
  const stored = found ? load(store, Number(found.n)) : undefined;
  if (!found || !stored) return undefined;
  const takenBack = found.head === 1 ? undefined : takenBackByHead(store, stored.id);
  const order = orderFor(store, takenBack?.head ?? found);
  const status = takenBack?.status ?? statusNow(DispatchStatus.parse(found.status), stored.embargoUntil, now);
  const dispatch: Dispatch = {
    ...withReason(store, { ...stored, status, notes: [...(takenBack?.reasons ?? []), ...stored.notes] }),
    related: stored.related.map((teaser) => resolveTeaser(libraryOf(store), teaser, stored.id)),
  };
  const marks = viewOf(store.status(stored.id));
  const understood = understand(request.search ?? '', now);
  const search = 'error' in understood ? undefined : understood.search;
  const previous = previousOf(store, stored, marks.readVersion);
  const targets = targetsOf(store, stored);
  const foundIn = search && found.head === 1 ? foundInOf(store, Number(found.n), stored.id, marks, search) : undefined;
  return {
    dispatch,
    status: marks,
    versions: versionsOf(store, stored, found, now),
    files: filesOf(store, stored.id),
    ...(previous ? { previous } : {}),
    ...storyOf(store, Number(found.n)),
    embargoed: status === 'embargoed',
    ...(order && { orderedBy: order.by, ...(order.probable && { probable: true }) }),
    ...(targets.length > 0 && { targets }),
    ...(foundIn !== undefined && { foundIn }),
    ...(search ? { highlight: wantedWords(search) } : {}),
  };
}

function foundInOf(store: Store, n: number, id: string, status: StatusView, search: Search): Article['foundIn'] {
  const { match } = compile(store, search, true);
  if (match === undefined) return undefined;
  return foundElsewhere(store, [{ n, id, status }], match, wantedWords(search)).get(n)?.foundIn;
}

/** The dispatches that one refers to. */
const targetsOf = (store: Store, dispatch: Dispatch): NonNullable<Article['targets']> =>
  (dispatch.refersTo ?? []).flatMap((reference) => {
    const id = targetIdOf(store, reference, dispatch);
    return id === undefined || id === dispatch.id ? [] : [{ relation: reference.relation, id }];
  });

/** The status and reasons of the newest version if it kills or withholds the story: that applies to earlier versions too. */
function takenBackByHead(
  store: Store,
  id: string,
): (Pick<Dispatch, 'status'> & { head: Record<string, unknown>; reasons: Dispatch['notes'] }) | undefined {
  const head = store.sql(`SELECT * FROM dispatch d WHERE ${isHead('d', '?1')}`).get(id);
  const status = DispatchStatus.safeParse(head?.status).data;
  if (head === undefined || (status !== 'killed' && status !== 'withheld')) return undefined;
  return { status, head, reasons: load(store, Number(head.n))?.notes.filter(({ kind }) => kind === 'reason') ?? [] };
}

/** The other dispatches of its story. */
function storyOf(store: Store, n: number): Pick<Article, 'story'> {
  const story = store
    .sql(
      `SELECT d.id, d.row FROM story s JOIN story m ON m.story = s.story JOIN dispatch d ON d.n = m.n
       WHERE s.n = ? AND m.n <> s.n ORDER BY m.n DESC`,
    )
    .all(n)
    .map(({ id, row }) => {
      const { source, headline, publishedAt }: StaticRow = JSON.parse(String(row));
      return { id: String(id), source, headline, publishedAt };
    });
  return story.length === 0 ? {} : { story };
}

/** The files that contained any version of a dispatch, newest first. */
function filesOf(store: Store, id: string): Article['files'] {
  const versions = store
    .sql(
      `SELECT w.json, d.row ->> '$.receivedAt' AS received FROM dispatch d JOIN whole w ON w.n = d.n WHERE ${hasId('d', '?1')}`,
    )
    .all(id)
    .map(({ json, received }) => ({ path: wholeOf(json)?.file.path, received }));
  const received = new Map<string, string>();
  for (const file of [...versions, ...store.sql('SELECT path, received FROM carried WHERE id = ?').all(id)]) {
    const [path, at] = [String(file.path), String(file.received)];
    if (at > (received.get(path) ?? '')) received.set(path, at);
  }
  return [...received]
    .map(([path, receivedAt]) => ({ path, receivedAt }))
    .sort((a, b) => (a.receivedAt === b.receivedAt ? 0 : a.receivedAt < b.receivedAt ? 1 : -1));
}

const load = (store: Store, n: number): Dispatch | undefined =>
  wholeOf(store.sql('SELECT json FROM whole WHERE n = ?').get(n)?.json);

/** Adds the reason of the dispatch that killed or withheld this one. */
function withReason(store: Store, dispatch: Dispatch): Dispatch {
  if (dispatch.status !== 'killed' && dispatch.status !== 'withheld') return dispatch;
  const meant = {
    id: dispatch.id,
    number: dispatch.number === undefined ? undefined : numberKey(dispatch.source, dispatch.number),
    source: dispatch.source ?? '',
    norm: headlineKey(dispatch.headline),
  };
  const [order] = ordersFor(store, meant, Date.parse(dispatch.publishedAt));
  if (!order) return dispatch;
  return { ...dispatch, notes: [{ kind: 'reason', text: order.reason }, ...dispatch.notes] };
}

/** The version to compare with: the one that was read, else the one before. */
function previousOf(store: Store, dispatch: Dispatch, readVersion: number | undefined): Dispatch | undefined {
  const before =
    readVersion !== undefined && readVersion < dispatch.version
      ? store
          .sql(`SELECT d.n FROM dispatch d WHERE ${hasId('d', '?1')} AND d.version = ?2`)
          .get(dispatch.id, readVersion)
      : store
          .sql(
            `SELECT d.n FROM dispatch d WHERE ${hasId('d', '?1')} AND d.version < ?2 ORDER BY d.version DESC LIMIT 1`,
          )
          .get(dispatch.id, dispatch.version);
  return before ? load(store, Number(before.n)) : undefined;
}

/** The versions of one id, and possible updates: same chain, other id, within a day, at least one marked as an update. */
function versionsOf(store: Store, dispatch: Dispatch, { n, chain }: Record<string, unknown>, now: Date): VersionInfo[] {
  const own = store
    .sql(`SELECT d.id, d.version, d.status, d.row FROM dispatch d WHERE ${hasId('d', '?1')}`)
    .all(dispatch.id);
  const at = timeOf(Number(n));
  const others =
    typeof chain === 'number'
      ? store
          // Weather and market reports share one chain all year: only one day is searched.
          .sql(
            `SELECT id, version, status, row FROM dispatch
             WHERE ${PERIOD_OF('n')} IN (${PERIOD_OF('?2')}, ${PERIOD_OF('?3')}) AND chain = ?1 AND n > ?2 AND n <= ?3 AND id <> ?4 AND head = 1`,
          )
          .all(chain, secondOf(at + CHAIN_WINDOW).from, secondOf(at - CHAIN_WINDOW).to, dispatch.id)
          .map((row) => infoOf(row, false, now))
      : [];
  const marked = dispatch.signal !== undefined || others.some(({ signal }) => signal !== undefined);
  const infos = [...own.map((row) => infoOf(row, true, now)), ...(marked ? others : [])];
  return infos.sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || b.version - a.version);
}

function infoOf(row: Record<string, unknown>, certain: boolean, now: Date): VersionInfo {
  const { headline, publishedAt, signal, embargoUntil } = JSON.parse(String(row.row));
  return {
    id: String(row.id),
    version: Number(row.version),
    headline,
    publishedAt,
    status: statusNow(DispatchStatus.parse(row.status), embargoUntil, now),
    ...(signal === undefined ? {} : { signal }),
    certain,
  };
}

/** The lookups that teasers need. */
const libraryOf = (store: Store): TeaserLibrary => ({
  byId: (id) => {
    const row = store.sql(`SELECT d.id, d.row FROM dispatch d WHERE ${isHead('d', '?1')}`).get(id);
    return row ? known(row) : undefined;
  },
  ofMinute: (time) => {
    const from = placeOf(Math.floor(Date.parse(time) / MINUTE) * MINUTE);
    const to = placeOf((Math.floor(Date.parse(time) / MINUTE) + 1) * MINUTE);
    return store
      .sql(
        'SELECT d.id, d.row FROM entry e JOIN dispatch d ON d.n = e.n WHERE e.k = ? AND e.n <= ? AND e.n > ? LIMIT 50',
      )
      .all(ALL, from, to)
      .map(known);
  },
  byHeadline: (norms) =>
    norms.flatMap((norm) =>
      store
        .sql(
          `SELECT d.id, d.row FROM keys CROSS JOIN dispatch d ON d.n = keys.rowid
           WHERE keys MATCH ${normKeyOf('?1')} AND d.norm = ?1 AND d.head = 1 ORDER BY keys.rowid LIMIT 5`,
        )
        .all(norm)
        .map(known),
    ),
});

function known(row: Record<string, unknown>): { id: string; headline: string; lead: string } {
  const { headline, snippet }: StaticRow = JSON.parse(String(row.row));
  return { id: String(row.id), headline, lead: snippet };
}
