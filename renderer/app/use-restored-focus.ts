import { useEffect } from 'react';
import { focusPane, PANES, type Pane, paneOf } from '../commands/focus.ts';
import { isPointerDown } from '../commands/pointer-focus.ts';

const FOCUSABLE =
  'button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href]';

/** The border between two panes, which takes the focus while it is dragged. */
const SEPARATOR = '[role="separator"]';

/** What had the focus, recorded while it was still in the document. */
interface FocusRecord {
  readonly element: HTMLElement;
  /** From the parent outwards. */
  readonly ancestors: readonly Element[];
  readonly pane: Pane | undefined;
  /** The dispatch it belongs to: the note field of another dispatch is another field. */
  readonly dispatchId: string | undefined;
}

/**
 * Restores the focus when the focused element is removed: a dismissed message, a button that disappears once clicked, a new
 * layout of the panes. The browser would focus nothing, and text typed for a field would run commands. The focus goes to the
 * same control where it exists again, else to its dialog or its pane.
 */
export function useRestoredFocus(): void {
  useEffect(() => {
    let latest: FocusRecord | undefined;
    /** What had the focus before a pane border was dragged. */
    let beforeDrag: FocusRecord | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === document.body) return;
      if (isPointerDown() && target.matches(SEPARATOR)) beforeDrag = latest;
      else latest = recordOf(target);
    };
    const observer = new MutationObserver(() => {
      if (latest?.element.isConnected !== false || document.activeElement !== document.body) return;
      const lost = latest;
      latest = undefined;
      // Whatever removed the element has run to its end, and has not moved the focus itself.
      restore(lost);
    });
    const onPointerUp = () => {
      const record = beforeDrag;
      beforeDrag = undefined;
      if (record) endDrag(record);
    };
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener('focusin', onFocus, { signal });
    window.addEventListener('pointerup', onPointerUp, { capture: true, signal });
    window.addEventListener('pointercancel', onPointerUp, { capture: true, signal });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      ended.abort();
      observer.disconnect();
    };
  }, []);
}

function recordOf(element: HTMLElement): FocusRecord {
  const ancestors: Element[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) ancestors.push(one);
  return { element, ancestors, pane: paneOf(element), dispatchId: dispatchIdOf(element) };
}

function endDrag(record: FocusRecord): void {
  const { activeElement } = document;
  if (activeElement !== document.body && !activeElement?.matches(SEPARATOR)) return;
  if (record.element.isConnected) record.element.focus({ preventScroll: true });
  else restore(record);
}

function restore(lost: FocusRecord): void {
  if (focusSameControl(lost)) return;
  const dialog = lost.ancestors.find((one) => one.matches('[role="dialog"]'));
  if (dialog) {
    const near = lost.ancestors.find((one) => one.isConnected && one.querySelector(FOCUSABLE));
    near?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    return;
  }
  const panes = [lost.pane, 'list', ...PANES] as const;
  panes.some((pane) => pane !== undefined && focusPane(pane));
}

const dispatchIdOf = (element: Element): string | undefined =>
  element.closest<HTMLElement>('[data-dispatch]')?.dataset.dispatch;

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent ?? '';

/** Focuses the control of the same kind and name in the same pane, with its selection; false when there is none. */
function focusSameControl({ element: before, pane, dispatchId }: FocusRecord): boolean {
  const root = pane && document.querySelector(`[data-pane="${pane}"]`);
  const now = [...(root?.querySelectorAll<HTMLElement>(before.tagName) ?? [])].find(
    (one) =>
      one.tabIndex >= 0 && nameOf(one) === nameOf(before) && nameOf(one) !== '' && dispatchIdOf(one) === dispatchId,
  );
  now?.focus();
  if (isTextField(now) && isTextField(before)) now.setSelectionRange(before.selectionStart, before.selectionEnd);
  return now !== undefined;
}

const isTextField = (element: HTMLElement | undefined): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && /^(text|search)$/.test(element.type));
