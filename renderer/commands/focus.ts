/** The panes from left to right; each marks its root with `data-pane` and what takes the focus in it with `data-focus`. */
export const PANES = ['sidebar', 'list', 'article'] as const;
export type Pane = (typeof PANES)[number];

const isPane = (name: string | undefined): name is Pane => PANES.some((pane) => pane === name);

/** The pane that something stands in. */
export function paneOf(element: Element | null): Pane | undefined {
  const name = element?.closest<HTMLElement>('[data-pane]')?.dataset.pane;
  return isPane(name) ? name : undefined;
}

/** The pane that has the focus; the list when none has. */
export const focusedPane = (): Pane => paneOf(document.activeElement) ?? 'list';

/** Puts the focus into a pane; false when it is not there to take it. */
export function focusPane(pane: Pane): boolean {
  const root = document.querySelector(`[data-pane="${pane}"]`);
  // The entry of the list that is shown may lie in a folded section.
  const stand = pane === 'sidebar' ? root?.querySelector<HTMLElement>('button') : undefined;
  const target = root?.querySelector<HTMLElement>('[data-focus]') ?? stand;
  target?.focus();
  return target != null;
}

/** After what had the focus went away: a pane takes it, unless something else has. */
export function keepFocus(pane: Pane): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusPane(pane);
  });
}

/** Puts the focus into the search, what it holds selected; false when it is not there to take it. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  field?.focus();
  field?.select();
  return field !== null;
}

/** Scrolls the article by most of its height. False when it stands at that end already. */
export function pageArticle(direction: 1 | -1): boolean {
  const scroller = document.querySelector<HTMLElement>('[data-pane="article"] [data-focus]');
  if (!scroller) return false;
  const before = scroller.scrollTop;
  const end = scroller.scrollHeight - scroller.clientHeight;
  if (direction === 1 ? before >= end - 1 : before <= 0) return false;
  scroller.scrollTop = Math.max(0, Math.min(end, before + direction * scroller.clientHeight * 0.88));
  return true;
}

/** True while keys write into a field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])')
  );
}

/** True where Space and Enter already press something. */
export const pressesItself = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, summary, input, label, [role=separator]') !== null;
