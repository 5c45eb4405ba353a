import { paneOf } from './focus.ts';

const articleElement = (): HTMLElement | null => document.querySelector('[data-pane="article"] article');
const hits = (): HTMLElement[] => [...(articleElement()?.querySelectorAll('mark') ?? [])];

/** True when the article has search hits. */
export const hasHits = (): boolean => hits().length > 0;

/** Scrolls to the next (1) or previous (-1) hit, wrapping around. */
export function goToHit(step: 1 | -1): void {
  const found = hits();
  const current = found.findIndex((hit) => hit.hasAttribute('data-current'));
  const next = current < 0 ? firstVisible(found, step) : (current + step + found.length) % found.length;
  found[current]?.removeAttribute('data-current');
  found[next]?.setAttribute('data-current', '');
  found[next]?.scrollIntoView({ block: 'center' });
}

/** Clears the current hit: React may reuse its element for a hit of another text or search. */
export function clearCurrentHit(): void {
  for (const hit of hits()) hit.removeAttribute('data-current');
}

/** The first hit below the upper edge of the view; backwards, the last one above it. */
function firstVisible(found: readonly HTMLElement[], step: 1 | -1): number {
  const edge = articleElement()?.closest('[data-focus]')?.getBoundingClientRect().top ?? 0;
  const below = found.findIndex((hit) => hit.getBoundingClientRect().top >= edge);
  if (step === 1) return Math.max(0, below);
  return (below < 0 ? found.length : below + found.length - 1) % found.length;
}

/** Selects the text of the article and nothing else of the window. */
export function selectText(): void {
  const text = articleElement();
  if (text) getSelection()?.selectAllChildren(text);
}

/** Clears a selection in the article, which would otherwise extend into the next one. */
export function clearSelection(): void {
  const selection = getSelection();
  const { anchorNode } = selection ?? {};
  const element = anchorNode instanceof Element ? anchorNode : (anchorNode?.parentElement ?? null);
  if (selection?.type === 'Range' && paneOf(element) === 'article') selection.removeAllRanges();
}
