import { flushSync } from 'react-dom';

/** The panes from left to right. A pane's root carries `data-pane`, the element in it that takes the focus `data-focus`. */
export const PANES = ['sidebar', 'list', 'article'] as const;
export type Pane = (typeof PANES)[number];

const isPane = (name: string | undefined): name is Pane => PANES.some((pane) => pane === name);

/** The pane an element is in. */
export function paneOf(element: Element | null): Pane | undefined {
  const name = element?.closest<HTMLElement>('[data-pane]')?.dataset.pane;
  return isPane(name) ? name : undefined;
}

/** The pane that has the focus; when none has, the list, or the article in a window of its own. */
export const focusedPane = (): Pane =>
  paneOf(document.activeElement) ?? (document.querySelector('.panes-own [data-pane="article"]') ? 'article' : 'list');

/** Moves the focus to a pane; false when it is not on screen. */
export function focusPane(pane: Pane): boolean {
  const root = document.querySelector(`[data-pane="${pane}"]`);
  // The current list's entry may be in a collapsed section.
  const firstButton = pane === 'sidebar' ? root?.querySelector<HTMLElement>('button') : undefined;
  const target = root?.querySelector<HTMLElement>('[data-focus]') ?? firstButton;
  target?.focus();
  return target != null;
}

/** Gives the focus to a pane when the focused element has disappeared. */
export function keepFocus(pane: Pane): void {
  if (document.activeElement === document.body) focusPane(pane);
}

/**
 * Changes the state of the window, draws it and moves the focus, all before this returns: the next key that is typed belongs to
 * what has the focus, and must not run a command of the pane before.
 */
export function drawThenFocus(change: () => void, focus: () => void): void {
  flushSync(change);
  focus();
}

/** Moves the focus to the search field and selects its text; false when it is not on screen. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  field?.focus();
  field?.select();
  return field !== null;
}

/** Scrolls the article by most of a page. False when it is at that end already. */
export function pageArticle(direction: 1 | -1): boolean {
  const scroller = document.querySelector<HTMLElement>('[data-pane="article"] [data-focus]');
  if (!scroller) return false;
  const before = scroller.scrollTop;
  const end = scroller.scrollHeight - scroller.clientHeight;
  if (direction === 1 ? before >= end - 1 : before <= 0) return false;
  scroller.scrollTop = Math.max(0, Math.min(end, before + direction * scroller.clientHeight * 0.88));
  return true;
}

/** True while a menu is open: it has the keys. */
export const isMenuOpen = (): boolean => document.querySelector('[role="menu"]') !== null;

/** True for a field that takes typed text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])')
  );
}

/** True where Space and Enter already activate something. */
export const pressesItself = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, summary, input, label, [role=separator]') !== null;
