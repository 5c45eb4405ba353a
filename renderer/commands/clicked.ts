/** What has the focus because it was clicked. */
let clicked: Element | null = null;
let pointing = false;

/** Keeps up with what is clicked; the result ends it. */
export function watchClicks(): () => void {
  /** What was clicked before a dialog opened: the focus comes back to it when the dialog closes. */
  let under: Element | null = null;
  const down = ({ target }: MouseEvent) => {
    pointing = true;
    // What has the focus already gets it no second time.
    if (target instanceof Node && document.activeElement?.contains(target)) clicked = document.activeElement;
  };
  const up = () => {
    pointing = false;
  };
  const focus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    const inDialog = target.closest('dialog') !== null;
    if (inDialog) under ??= clicked;
    clicked = pointing || target === under ? target : null;
    if (!inDialog) under = null;
  };
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  window.addEventListener('pointerdown', down, options);
  window.addEventListener('pointerup', up, options);
  // A touch gives the focus only after it has ended, with the mouse events that follow it.
  window.addEventListener('mousedown', down, options);
  window.addEventListener('mouseup', up, options);
  window.addEventListener('pointercancel', up, options);
  window.addEventListener('focusin', focus, options);
  return () => ended.abort();
}

/** True while a button of the mouse is down, or a finger. */
export const isPointing = (): boolean => pointing;

/** True for what the person clicked and may press again: whoever goes on with the space bar means to read on. */
export const wasClicked = (target: EventTarget | null): boolean =>
  target instanceof Element && target === clicked && target.matches('button, summary, a');
