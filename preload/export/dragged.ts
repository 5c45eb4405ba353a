import type { ExportContext, Exported } from './context.ts';
import { fileWords } from './file-words.ts';
import { fragment } from './html.ts';
import { withSource } from './text.ts';

/** Dispatches on their way out of the window: as a text file, and as what other programs take. */
export interface Dragged {
  /** The file's name: `dpa-bdt0109-hafen-sperrt-mole.txt`. */
  readonly name: string;
  /** As copied: what forbids publication is the first line. */
  readonly text: string;
  readonly html: string;
}

export function dragged(items: readonly Exported[], context: ExportContext): Dragged {
  const [first, ...more] = items;
  const { source = '', number = '', headline = '' } = first?.dispatch ?? {};
  const name = more.length > 0 ? `${context.t('export.title')} ${items.length}` : `${source} ${number} ${headline}`;
  return {
    name: `${fileWords(name) || 'depesche'}.txt`,
    text: `${withSource(items, context)}\n`,
    html: fragment(items, context),
  };
}
