/** As the `ref` of a popup: focuses it as it appears. The library does so a frame later, and keys until then would be lost. */
export const focusNow = (popup: HTMLElement | null): void => popup?.focus({ preventScroll: true });
