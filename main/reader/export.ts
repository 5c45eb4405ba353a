import { setImmediate } from 'node:timers/promises';
import {
  type Article,
  type ExportOf,
  type ExportOrder,
  type ExportPlan,
  type ExportResult,
  type ListQuery,
  MAX_EXPORTED,
  type ReaderHandlers,
} from '../../preload/contract/contract.ts';
import { exportContext } from '../../preload/export/context.ts';
import { fileWords } from '../../preload/export/file-words.ts';
import { exportFormats } from '../../preload/export/formats.ts';
import { heldBack } from '../../preload/export/held-back.ts';
import { restrictionOf } from '../../preload/text/rights.ts';
import type { Library, LibraryQuery } from '../library/library.ts';
import { handOver } from './hand-over.ts';
import type { Host } from './types.ts';

interface Exporting {
  readonly library: Library;
  readonly host: Host;
  /** The folder for single files where the host cannot ask for one. */
  readonly handover: string;
}

/** The calls that hand dispatches on. `queryOf` replaces a saved search by what it finds. */
export const exportHandlers = (
  parts: Exporting,
  queryOf: (query: ListQuery) => LibraryQuery,
): Pick<ReaderHandlers, 'export.plan' | 'export.file'> => ({
  'export.plan': ({ of }) => planOf(parts.library, of, queryOf),
  'export.file': (order) => exportFile(parts, order, queryOf),
});

/** Dispatches read between two breaks, so that other calls are answered meanwhile. */
const READ_AT_ONCE = 50;

/** Dispatches in full, in the order of their ids, each with its status. */
export async function articlesOf(library: Library, ids: readonly string[]): Promise<Article[]> {
  const articles: Article[] = [];
  for (const [index, id] of ids.entries()) {
    if (index > 0 && index % READ_AT_ONCE === 0) await setImmediate();
    const article = library.article({ id });
    if (article) articles.push(article);
  }
  return articles;
}

type QueryOf = (query: ListQuery) => LibraryQuery;

const idsOf = (library: Library, of: ExportOf, queryOf: QueryOf): readonly string[] =>
  'ids' in of ? of.ids : library.ids({ query: queryOf(of.query), offset: 0, limit: MAX_EXPORTED });

async function planOf(library: Library, of: ExportOf, queryOf: QueryOf): Promise<ExportPlan> {
  const articles = await articlesOf(library, idsOf(library, of, queryOf));
  const total = 'ids' in of ? articles.length : library.window({ query: queryOf(of.query), offset: 0, limit: 0 }).total;
  const now = new Date();
  return {
    count: articles.length,
    beyond: Math.max(0, total - articles.length),
    held: articles.flatMap(({ dispatch }) => {
      const why = heldBack(dispatch, now);
      const { id, headline, embargoUntil } = dispatch;
      return why ? [{ id, headline, why, ...(embargoUntil !== undefined && { embargoUntil }) }] : [];
    }),
    restricted: articles.flatMap(({ dispatch }) => {
      const rights = restrictionOf(dispatch);
      return rights === undefined ? [] : [{ id: dispatch.id, headline: dispatch.headline, rights }];
    }),
  };
}

async function exportFile(
  { library, host, handover }: Exporting,
  order: ExportOrder,
  queryOf: QueryOf,
): Promise<ExportResult> {
  const articles = await articlesOf(library, idsOf(library, order.of, queryOf));
  const context = exportContext(order);
  const going = order.held ? articles : articles.filter(({ dispatch }) => !heldBack(dispatch, context.now));
  const counts = { count: going.length, left: articles.length - going.length };
  const { extension, type, write, isSingle } = exportFormats[order.format];
  const isPage = order.format === 'print' || order.format === 'pdf';
  if ((order.each && !isPage) || (isSingle && going.length > 1)) {
    const folder = host.chooseFolder ? await host.chooseFolder(handover) : handover;
    if (folder === undefined) return { name: '', type, content: '', saved: false, ...counts };
    await handOver(folder, going, extension, (article) => write([article], context));
    await noteExported(library, going, context.now);
    return { name: folder, type, content: '', saved: true, ...counts };
  }
  const name = `${fileName(order.title ?? going[0]?.dispatch.headline ?? '', context.now)}.${extension}`;
  const content = write(going, context);
  // The window prints it.
  const saved =
    order.format === 'print' ? undefined : await host.saveFile?.(name, await fileOf(host, order.format, content));
  if (saved !== false) await noteExported(library, going, context.now);
  return { name, type, content: saved === undefined ? content : '', ...counts, ...(saved !== undefined && { saved }) };
}

async function fileOf(host: Host, format: ExportOrder['format'], content: string): Promise<string | Uint8Array> {
  if (format !== 'pdf') return content;
  if (!host.pdfOf) throw new Error('this host writes no PDF');
  return host.pdfOf(content);
}

/** `bookmarks-2026-03-17`: letters and digits of the title, and the day. */
function fileName(title: string, now: Date): string {
  return ['depesche', fileWords(title), now.toISOString().slice(0, 10)].filter(Boolean).join('-');
}

/** Dispatches of the same version are marked together. */
async function noteExported(library: Library, articles: readonly Article[], now: Date): Promise<void> {
  const byVersion = Map.groupBy(articles, ({ dispatch }) => dispatch.version);
  for (const [version, same] of byVersion)
    await library.mark(
      same.map(({ dispatch }) => dispatch.id),
      { exported: { time: now.toISOString(), version } },
    );
}
