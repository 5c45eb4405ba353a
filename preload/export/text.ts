import { blockText, type Dispatch } from '../contract/contract.ts';
import type { ExportContext, Exported } from './context.ts';
import { bodyOf, datelineBefore, eventLine, ownLines, sourceLine, stopLine } from './lines.ts';

/** Dispatches as plain text, without the agency's notes to the desk: with their sources, rights, own tags and notes. */
export const text = (items: readonly Exported[], context: ExportContext): string =>
  `${ruled(items.map((item) => everything(item, context)))}\n`;

/** What is copied: headline, text and source line; what forbids publication is the first line. */
export const withSource = (items: readonly Exported[], context: ExportContext): string =>
  ruled(items.map(({ dispatch }) => paragraphs(...copy(dispatch, context), sourceLine(dispatch, context))));

/** Headline and text, and nothing else but what forbids publication. */
export const plain = (items: readonly Exported[], context: ExportContext): string =>
  ruled(items.map(({ dispatch }) => paragraphs(...copy(dispatch, context))));

const ruled = (texts: readonly string[]): string => texts.join(`\n\n${'-'.repeat(60)}\n\n`);

const paragraphs = (...texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n\n');

function everything(item: Exported, context: ExportContext): string {
  const { rights } = item.dispatch;
  const own = ownLines(item, context).map(([name, value]) => `${name}: ${value}`);
  return paragraphs(
    ...copy(item.dispatch, context),
    sourceLine(item.dispatch, context),
    rights ? `${context.t('export.rights')}: ${rights}` : undefined,
    own.join('\n'),
  );
}

function copy(dispatch: Dispatch, context: ExportContext): (string | undefined)[] {
  const { kicker, headline, subhead, byline } = dispatch;
  const head = [kicker, headline, subhead, byline].filter(Boolean).join('\n');
  const body = bodyOf(dispatch, context).map(blockText).join('\n\n');
  return [stopLine(dispatch, context), head, eventLine(dispatch, context), `${datelineBefore(dispatch)}${body}`];
}
