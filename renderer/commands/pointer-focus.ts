let focusedByPointer: Element | null = null;
let isDown = false;

/** Tracks which element got the focus by mouse or touch; the result stops it. */
export function watchPointerFocus(): () => void {
  /** What had been clicked before a dialog opened: it gets the focus back when the dialog closes. */
  let beneathDialog: Element | null = null;
  const down = ({ target }: MouseEvent) => {
    isDown = true;
    // An element that has the focus already fires no second focus event.
    if (target instanceof Node && document.activeElement?.contains(target)) focusedByPointer = document.activeElement;
  };
  const up = () => {
    isDown = false;
  };
  const focus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    const inDialog = target.closest('[role="dialog"]') !== null;
    if (inDialog) beneathDialog ??= focusedByPointer;
    focusedByPointer = isDown || target === beneathDialog ? target : null;
    if (!inDialog) beneathDialog = null;
  };
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  window.addEventListener('pointerdown', down, options);
  window.addEventListener('pointerup', up, options);
  // A touch moves the focus only after it has ended, with the mouse events that follow it.
  window.addEventListener('mousedown', down, options);
  window.addEventListener('mouseup', up, options);
  window.addEventListener('pointercancel', up, options);
  window.addEventListener('focusin', focus, options);
  return () => ended.abort();
}

/** True while a mouse button is down or a finger touches the screen. */
export const isPointerDown = (): boolean => isDown;

/** True for a button or link that has the focus because it was clicked: Space then reads on instead of pressing it again. */
export const wasFocusedByPointer = (target: EventTarget | null): boolean =>
  target instanceof Element && target === focusedByPointer && target.matches('button, summary, a');
