import { useEffect } from 'react';
import { isPointing } from '../commands/clicked.ts';
import { focusPane, PANES, type Pane, paneOf } from '../commands/focus.ts';

const FOCUSABLE =
  'button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href]';

const BORDER = '[role="separator"]';

/** What had the focus, and what it stood in, from the inside out. */
interface Held {
  readonly element: HTMLElement;
  readonly around: readonly Element[];
  readonly pane: Pane | undefined;
  /** The dispatch it is about: the note on another one is another field. */
  readonly dispatch: string | undefined;
}

/**
 * What has the focus goes away under it: a message that is put away, a button whose work is done, panes that are laid out anew.
 * The browser leaves the focus to nobody then, and what is typed into a field would become commands. Here it goes to what
 * stands in the same place: the same control where it is there again, else its dialog or its pane.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: Held | undefined;
    /** While the border of a pane is drawn, which has the focus meanwhile: what is in use, and goes on afterwards. */
    let drawing: Held | undefined;
    const hold = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === document.body) return;
      if (isPointing() && target.matches(BORDER)) drawing = held;
      else held = heldBy(target);
    };
    const watch = new MutationObserver(() => {
      if (held?.element.isConnected !== false || document.activeElement !== document.body) return;
      const lost = held;
      held = undefined;
      // Whoever took it away may know better where the focus belongs.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) giveBack(lost);
      });
    });
    const lift = () => {
      const user = drawing;
      drawing = undefined;
      if (user) requestAnimationFrame(() => goOn(user));
    };
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener('focusin', hold, { signal });
    window.addEventListener('pointerup', lift, { capture: true, signal });
    window.addEventListener('pointercancel', lift, { capture: true, signal });
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      ended.abort();
      watch.disconnect();
    };
  }, []);
}

function heldBy(element: HTMLElement): Held {
  const around: Element[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) around.push(one);
  return { element, around, pane: paneOf(element), dispatch: dispatchOf(element) };
}

function goOn(user: Held): void {
  const { activeElement } = document;
  if (activeElement !== document.body && !activeElement?.matches(BORDER)) return;
  if (user.element.isConnected) user.element.focus({ preventScroll: true });
  else giveBack(user);
}

function giveBack(lost: Held): void {
  if (takeUp(lost)) return;
  const dialog = lost.around.find((one) => one instanceof HTMLDialogElement);
  if (dialog) {
    const near = lost.around.find((one) => one.isConnected && one.querySelector(FOCUSABLE));
    near?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    return;
  }
  const panes = [lost.pane, 'list', ...PANES] as const;
  panes.some((pane) => pane !== undefined && focusPane(pane));
}

const dispatchOf = (element: Element): string | undefined =>
  element.closest<HTMLElement>('[data-dispatch]')?.dataset.dispatch;

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent ?? '';

/** The control that was there is there again, drawn anew: it goes on where it was. */
function takeUp({ element: before, pane, dispatch }: Held): boolean {
  const root = pane && document.querySelector(`[data-pane="${pane}"]`);
  const now = [...(root?.querySelectorAll<HTMLElement>(before.tagName) ?? [])].find(
    (one) => one.tabIndex >= 0 && nameOf(one) === nameOf(before) && nameOf(one) !== '' && dispatchOf(one) === dispatch,
  );
  now?.focus();
  if (isField(now) && isField(before)) now.setSelectionRange(before.selectionStart, before.selectionEnd);
  return now !== undefined;
}

const isField = (element: HTMLElement | undefined): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && /^(text|search)$/.test(element.type));
