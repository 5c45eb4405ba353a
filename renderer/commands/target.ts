import type { Block, Dispatch } from '../../preload/contract/contract.ts';
import { blockText } from '../common/plain-text.ts';
import { isRead } from '../state/article.ts';
import { indexOf, rowAt } from '../state/pages.ts';
import type { Reader } from '../state/reader.ts';

export interface Target {
  readonly id: string;
  readonly read: boolean;
  readonly bookmarked: boolean;
}

/** The dispatch that a key means: the one that was followed to in the article pane, else the one selected in the list. */
export function target({ list, article }: Reader): Target | undefined {
  const { article: shown, trail, place } = article.getState();
  const { selectedId, pages } = list.getState();
  const id = trail.length > 0 ? place?.id : (selectedId ?? place?.id);
  if (id === undefined) return undefined;
  const index = indexOf(pages, id);
  const row = index === undefined ? undefined : rowAt(pages, index);
  if (shown?.dispatch.id === id) return { id, read: isRead(shown), bookmarked: shown.status.bookmarked };
  return row && { id, read: row.read, bookmarked: row.bookmarked };
}

/** Headline, text and source: what may leave the house. Never the notes. */
export function copyText({ kicker, headline, subhead, dateline, byline, body, source }: Dispatch): string {
  const head = [kicker, headline, subhead, byline].filter(Boolean).join('\n');
  const text = body.map(blockText).join('\n\n');
  return [head, dateline ? `${dateline} – ${text}` : text, source].filter(Boolean).join('\n\n');
}

/** Puts text on the clipboard; false when the host forbids it. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** The older way, which needs no permission, only a press of a key or button just before. */
function copyByCommand(text: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', give, { once: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', give);
  }
}

/** The address of the first link in the text. */
export function firstLink(body: readonly Block[]): string | undefined {
  const texts = body.flatMap((block) => {
    if (block.type === 'preformatted') return [];
    if (block.type === 'list') return block.items;
    if (block.type === 'table') return [...(block.header ?? []), ...block.rows.flat()];
    return [block];
  });
  return texts.flatMap((text) => text.marks ?? []).find((mark) => mark.href !== undefined)?.href;
}
