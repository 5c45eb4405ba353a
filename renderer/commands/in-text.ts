import { paneOf } from './focus.ts';

const shown = (): HTMLElement | null => document.querySelector('[data-pane="article"] article');
const hits = (): HTMLElement[] => [...(shown()?.querySelectorAll('mark') ?? [])];

/** True when what is searched for stands in the article that is shown. */
export const hasHits = (): boolean => hits().length > 0;

/** Brings the next hit into view, or the one before; behind the last one comes the first. */
export function toHit(step: 1 | -1): void {
  const found = hits();
  const current = found.findIndex((hit) => hit.hasAttribute('data-current'));
  const next = current < 0 ? firstSeen(found, step) : (current + step + found.length) % found.length;
  found[current]?.removeAttribute('data-current');
  found[next]?.setAttribute('data-current', '');
  found[next]?.scrollIntoView({ block: 'center' });
}

/** Forgets where the keys have led: the elements of these hits may go on as hits of another text or search. */
export function forgetHit(): void {
  for (const hit of hits()) hit.removeAttribute('data-current');
}

/** The first hit from the upper edge of the view on, or the last above it. */
function firstSeen(found: readonly HTMLElement[], step: 1 | -1): number {
  const edge = shown()?.closest('[data-focus]')?.getBoundingClientRect().top ?? 0;
  const below = found.findIndex((hit) => hit.getBoundingClientRect().top >= edge);
  if (step === 1) return Math.max(0, below);
  return (below < 0 ? found.length : below + found.length - 1) % found.length;
}

/** Selects the text of the article, and nothing of the window around it. */
export function selectText(): void {
  const text = shown();
  if (text) getSelection()?.selectAllChildren(text);
}

/** Selects nothing, if it is something in the article that is selected: it would be copied from the next one. */
export function dropSelection(): void {
  const selection = getSelection();
  const { anchorNode } = selection ?? {};
  const element = anchorNode instanceof Element ? anchorNode : (anchorNode?.parentElement ?? null);
  if (selection?.type === 'Range' && paneOf(element) === 'article') selection.removeAllRanges();
}
