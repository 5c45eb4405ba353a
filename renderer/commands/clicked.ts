/** What has the focus because it was clicked. */
let clicked: Element | null = null;

/** Keeps up with what is clicked; the result ends it. */
export function watchClicks(): () => void {
  let pointing = false;
  const down = ({ target }: PointerEvent) => {
    pointing = true;
    // What has the focus already gets it no second time.
    if (target instanceof Node && document.activeElement?.contains(target)) clicked = document.activeElement;
  };
  const up = () => {
    pointing = false;
  };
  const focus = ({ target }: FocusEvent) => {
    clicked = pointing && target instanceof Element ? target : null;
  };
  window.addEventListener('pointerdown', down, true);
  window.addEventListener('pointerup', up, true);
  window.addEventListener('pointercancel', up, true);
  window.addEventListener('focusin', focus, true);
  return () => {
    window.removeEventListener('pointerdown', down, true);
    window.removeEventListener('pointerup', up, true);
    window.removeEventListener('pointercancel', up, true);
    window.removeEventListener('focusin', focus, true);
  };
}

/** True for a button that the person clicked: whoever goes on with the space bar reads on, and means not to press it again. */
export const wasClicked = (target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement && target === clicked;
