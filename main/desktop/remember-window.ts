import type { BrowserWindow } from 'electron';
import type { Bounds } from './bounds.ts';
import type { DesktopMemory } from './memory.ts';

/** Milliseconds without a move or resize until the bounds are written. */
const SETTLED = 500;
/** Pixels: no window manager draws a thicker frame. */
const MAX_FRAME = 80;

/**
 * Maximises the window or makes it fill the screen as it was before, and remembers bounds and state from now on. `opened`: the
 * remembered bounds it was created with, if any; `displays` names the arrangement of displays.
 */
export function rememberWindow(
  window: BrowserWindow,
  memory: DesktopMemory,
  opened: Bounds | undefined,
  displays: () => string,
): void {
  const { maximised, fullScreen } = memory.get();
  // Not before it is shown: the window manager has to know the normal size, and both would show an empty window.
  window.once('show', () => {
    if (maximised) window.maximize();
    if (fullScreen) window.setFullScreen(true);
  });
  const frame = frameOf(window, opened);
  let pending: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(pending);
    if (window.isMinimized()) return;
    const bounds = normalBounds(window);
    const { x, y } = frame();
    memory.set({
      ...(bounds && withPlace(memory, displays(), { ...bounds, x: bounds.x - x, y: bounds.y - y })),
      maximised: window.isMaximized(),
      fullScreen: window.isFullScreen(),
    });
  };
  const later = () => {
    clearTimeout(pending);
    pending = setTimeout(write, SETTLED);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('close', write);
}

/** Arrangements of displays that are remembered. */
const MAX_PLACES = 10;

const withPlace = (memory: DesktopMemory, displays: string, bounds: Bounds) => ({
  bounds,
  places: [...memory.get().places.filter((place) => place.displays !== displays), { displays, bounds }].slice(
    -MAX_PLACES,
  ),
});

/** The bounds when neither maximised nor full screen; undefined if X11 only knows those of the maximised window. */
function normalBounds(window: BrowserWindow): Bounds | undefined {
  const normal = window.getNormalBounds();
  if (!window.isMaximized() && !window.isFullScreen()) return normal;
  const { width, height } = window.getBounds();
  return normal.width === width && normal.height === height ? undefined : normal;
}

/**
 * The difference between the bounds the window reports and those it was given. On X11 a window is created at the position of
 * its frame but reports the position of its content: stored as reported, it would creep down at every start.
 */
function frameOf(window: BrowserWindow, opened: Bounds | undefined): () => { x: number; y: number } {
  let frame: { x: number; y: number } | undefined = opened ? undefined : { x: 0, y: 0 };
  return () => {
    if (frame || !opened || window.isMaximized() || window.isFullScreen()) return frame ?? { x: 0, y: 0 };
    const reported = window.getBounds();
    const [x, y] = [reported.x - opened.x, reported.y - opened.y];
    const sameSize = reported.width === opened.width && reported.height === opened.height;
    frame = sameSize && x >= 0 && y >= 0 && x <= MAX_FRAME && y <= MAX_FRAME ? { x, y } : { x: 0, y: 0 };
    return frame;
  };
}
