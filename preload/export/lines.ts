import { type Block, blockText, type Dispatch } from '../contract/contract.ts';
import type { ExportContext, Exported } from './context.ts';
import { heldBack } from './held-back.ts';

/** Agency, number, time and version: where a text comes from. */
export const sourceLine = (
  { source, number, publishedAt, version }: Dispatch,
  { t, time }: Pick<ExportContext, 't' | 'time'>,
): string =>
  [
    [source ?? '', number ?? ''].filter(Boolean).join(' '),
    time(publishedAt),
    version > 0 ? t('export.version', { version }) : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** What must be read before everything else: killed, withheld, under embargo; undefined when the dispatch may be published. */
export function stopLine(
  dispatch: Dispatch,
  { t, time, now }: Pick<ExportContext, 't' | 'time' | 'now'>,
): string | undefined {
  const held = heldBack(dispatch, now);
  if (held !== 'embargoed') return held && t(`export.line.${held}`);
  const { embargoUntil } = dispatch;
  return embargoUntil === undefined
    ? t('export.line.embargoedOpen')
    : t('export.line.embargoed', { time: time(embargoUntil) });
}

/** When and where an announced event takes place; undefined for other dispatches. */
export function eventLine({ event }: Dispatch, { t, time, language }: ExportContext): string | undefined {
  if (!event) return undefined;
  const { start, end = start, place } = event;
  // A day without an hour is the same day in every zone.
  const day = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const when = [start, end].map((moment) => (/T/.test(moment) ? time(moment) : day.format(new Date(moment))));
  return `${t('article.event')}: ${[[...new Set(when)].join(' – '), place].filter(Boolean).join(' · ')}`;
}

/** The user's own tags, notes and marked passages, each with its name; empty without any, or where they are not wanted. */
export function ownLines(
  { status: { tags, notes, passages = [] } }: Exported,
  { t, own }: ExportContext,
): [name: string, text: string][] {
  if (!own) return [];
  return [
    ...(tags.length > 0 ? [[t('export.tags'), tags.join(', ')] satisfies [string, string]] : []),
    ...notes.map(({ text }): [string, string] => [t('export.note'), text]),
    ...passages.map(({ quote }): [string, string] => [t('export.passage'), quote]),
  ];
}

/** The body, or only its first paragraph. */
export function bodyOf({ body }: Dispatch, { leads }: Pick<ExportContext, 'leads'>): readonly Block[] {
  if (!leads) return body;
  const first = body.find((block) => block.type === 'paragraph' && blockText(block).trim() !== '');
  return first ? [first] : body.slice(0, 1);
}

/** `Berlin (dpa) – ` before the first words of a text. */
export const datelineBefore = ({ dateline }: Dispatch): string => (dateline ? `${dateline} – ` : '');
