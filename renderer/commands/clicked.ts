/** What has the focus because it was clicked. */
let clicked: Element | null = null;

/** Keeps up with what is clicked; the result ends it. */
export function watchClicks(): () => void {
  let pointing = false;
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
  window.addEventListener('pointerdown', down, true);
  window.addEventListener('pointerup', up, true);
  // A touch gives the focus only after it has ended, with the mouse events that follow it.
  window.addEventListener('mousedown', down, true);
  window.addEventListener('mouseup', up, true);
  window.addEventListener('pointercancel', up, true);
  window.addEventListener('focusin', focus, true);
  return () => {
    window.removeEventListener('pointerdown', down, true);
    window.removeEventListener('pointerup', up, true);
    window.removeEventListener('mousedown', down, true);
    window.removeEventListener('mouseup', up, true);
    window.removeEventListener('pointercancel', up, true);
    window.removeEventListener('focusin', focus, true);
  };
}

/** True for what the person clicked and may press again: whoever goes on with the space bar means to read on. */
export const wasClicked = (target: EventTarget | null): boolean =>
  target instanceof Element && target === clicked && target.matches('button, summary, a');
