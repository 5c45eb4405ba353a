import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { View } from '../../preload/contract/view.ts';
import { preloadScript } from '../program/places.ts';
import { arrangementOf, visibleBounds } from './bounds.ts';
import type { DesktopMemory } from './memory.ts';
import { ORIGIN } from './protocol.ts';
import { rememberWindow } from './remember-window.ts';

/** The page's own background (renderer/styles/tokens.css), shown until it is drawn. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#19191b' : '#faf9f7');

const workAreas = () => screen.getAllDisplays().map((display) => display.workArea);

/** What a page of ours may do, in every window. */
const webPreferences = (): Electron.WebPreferences => ({
  preload: preloadScript,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
});

/**
 * Creates a window of its own for one dispatch, or for a saved search as a ticker that stays above other windows. It closes with
 * the main window, and when its page crashes.
 */
export function createView(main: BrowserWindow, { view }: View, icons: string): BrowserWindow {
  const isTicker = view === 'ticker';
  const window = new BrowserWindow({
    ...(isTicker ? { width: 420, height: 640 } : { width: 780, height: 900 }),
    minWidth: 320,
    minHeight: 240,
    show: false,
    title: 'Depesche',
    icon: join(icons, '256x256.png'),
    backgroundColor: background(),
    alwaysOnTop: isTicker,
    webPreferences: webPreferences(),
  });
  const close = () => {
    if (!window.isDestroyed()) window.close();
  };
  main.once('closed', close);
  window.once('closed', () => main.off('closed', close));
  window.webContents.on('render-process-gone', close);
  showOnceLoaded(window);
  return window;
}

/** Creates the main window, where it was before. It is hidden until its page has loaded. */
export function createWindow(memory: DesktopMemory, icons: string): BrowserWindow {
  const { bounds: latest, places } = memory.get();
  const areas = workAreas();
  const bounds = places.find(({ displays }) => displays === arrangementOf(areas))?.bounds ?? latest;
  const place = bounds && visibleBounds(bounds, areas);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...place,
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Depesche',
    icon: join(icons, '256x256.png'),
    backgroundColor: background(),
    webPreferences: webPreferences(),
  });
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(background());
  });
  showOnceLoaded(window);
  rememberWindow(window, memory, place, () => arrangementOf(workAreas()));
  return window;
}

/** Under Wayland `ready-to-show` does not come for a hidden window, so the end of loading shows it as well. */
function showOnceLoaded(window: BrowserWindow): void {
  const show = () => {
    window.off('ready-to-show', show);
    window.webContents.off('did-finish-load', show);
    window.show();
  };
  window.on('ready-to-show', show);
  window.webContents.on('did-finish-load', show);
}

/** Loads the page; everything that answers it must be in place. Never rejects: only a crash or a closed window stops it. */
export async function loadPage(window: BrowserWindow, query = ''): Promise<void> {
  if (!window.isDestroyed())
    await window.loadURL(query === '' ? `${ORIGIN}/` : `${ORIGIN}/?${query}`).catch(() => undefined);
}

/** Brings the window to the front, whatever state it is in; does nothing if it has been closed. */
export function present(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
