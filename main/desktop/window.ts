import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { preloadScript } from '../program/places.ts';
import { visibleBounds } from './bounds.ts';
import type { DesktopMemory } from './memory.ts';
import { ORIGIN } from './protocol.ts';
import { rememberWindow } from './remember-window.ts';

/** The page's own background (renderer/styles/tokens.css), shown until it is drawn. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#19191b' : '#faf9f7');

/** Creates the only window, where it was before. It is hidden until its page has loaded. */
export function createWindow(memory: DesktopMemory, icons: string): BrowserWindow {
  const { bounds } = memory.get();
  const areas = screen.getAllDisplays().map((display) => display.workArea);
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
    webPreferences: {
      preload: preloadScript,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(background());
  });
  showOnceLoaded(window);
  rememberWindow(window, memory, place);
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
export async function loadPage(window: BrowserWindow): Promise<void> {
  if (!window.isDestroyed()) await window.loadURL(`${ORIGIN}/`).catch(() => undefined);
}

/** Brings the window to the front, whatever state it is in; does nothing if it has been closed. */
export function present(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
