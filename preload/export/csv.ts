import { blockText } from '../contract/contract.ts';
import type { ExportContext, Exported } from './context.ts';
import { bodyOf } from './lines.ts';

type Column = readonly [name: string, value: (item: Exported, context: ExportContext) => string];

const COLUMNS: readonly Column[] = [
  ['id', ({ dispatch }) => dispatch.id],
  ['version', ({ dispatch }) => String(dispatch.version)],
  ['number', ({ dispatch }) => dispatch.number ?? ''],
  ['source', ({ dispatch }) => dispatch.source ?? ''],
  ['publishedAt', ({ dispatch }) => dispatch.publishedAt],
  ['status', ({ dispatch }) => dispatch.status],
  ['embargoUntil', ({ dispatch }) => dispatch.embargoUntil ?? ''],
  ['urgency', ({ dispatch }) => String(dispatch.urgency)],
  ['categories', ({ dispatch }) => dispatch.categories.join('; ')],
  ['keywords', ({ dispatch }) => dispatch.keywords.join('; ')],
  ['language', ({ dispatch }) => dispatch.language ?? ''],
  ['headline', ({ dispatch }) => dispatch.headline],
  ['subhead', ({ dispatch }) => dispatch.subhead ?? ''],
  ['dateline', ({ dispatch }) => dispatch.dateline ?? ''],
  ['byline', ({ dispatch }) => dispatch.byline ?? ''],
  ['text', ({ dispatch }, context) => bodyOf(dispatch, context).map(blockText).join('\n\n')],
  ['rights', ({ dispatch }) => dispatch.rights ?? ''],
];

const OWN: readonly Column[] = [
  ['tags', ({ status }) => status.tags.join('; ')],
  ['notes', ({ status }) => status.notes.map(({ text }) => text).join('\n\n')],
  ['passages', ({ status }) => (status.passages ?? []).map(({ quote }) => quote).join('\n\n')],
  ['bookmarked', ({ status }) => String(status.bookmarked)],
];

/** Dispatches as CSV (RFC 4180) with a header; a byte order mark tells spreadsheets that it is UTF-8. */
export function csv(items: readonly Exported[], context: ExportContext): string {
  const columns = context.own ? [...COLUMNS, ...OWN] : COLUMNS;
  const lines = [
    columns.map(([name]) => name),
    ...items.map((item) => columns.map(([, value]) => cell(value(item, context)))),
  ];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

/** A spreadsheet runs what begins like a formula: an apostrophe makes it text (OWASP, CSV injection). */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
