import { blockText, type Dispatch } from '../contract/contract.ts';
import type { ExportContext, Exported } from './context.ts';
import { bodyOf, datelineBefore, ownLines, sourceLine, stopLine } from './lines.ts';

/** Dispatches as plain text, a rule between two, without the agency's notes to the desk. */
export const text = (items: readonly Exported[], context: ExportContext): string =>
  items.map((item) => `${oneAsText(item, context)}\n`).join(`\n${'-'.repeat(60)}\n\n`);

function oneAsText(item: Exported, context: ExportContext): string {
  const { rights } = item.dispatch;
  const own = ownLines(item, context).map(([name, value]) => `${name}: ${value}`);
  return [withSource(item.dispatch, context), rights ? `${context.t('export.rights')}: ${rights}` : '', own.join('\n')]
    .filter(Boolean)
    .join('\n\n');
}

/** Headline, text and source line, as it is copied; what forbids publication is the first line. */
const withSource = (dispatch: Dispatch, context: ExportContext): string =>
  [stopLine(dispatch, context), copy(dispatch, context), sourceLine(dispatch, context)].filter(Boolean).join('\n\n');

function copy(dispatch: Dispatch, context: ExportContext): string {
  const { kicker, headline, subhead, byline } = dispatch;
  const head = [kicker, headline, subhead, byline].filter(Boolean).join('\n');
  const body = bodyOf(dispatch, context).map(blockText).join('\n\n');
  return [head, `${datelineBefore(dispatch)}${body}`].filter(Boolean).join('\n\n');
}
