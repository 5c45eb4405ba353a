import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { preloadScript } from '../program/places.ts';
import { visibleBounds } from './bounds.ts';
import type { DesktopMemory } from './memory.ts';
import { ORIGIN } from './protocol.ts';

/** Milliseconds without a move or resize until the place is written down. */
const SETTLED = 500;

/** The one window. Hidden until its page can be shown; comes back where it was. */
export function createWindow(memory: DesktopMemory, icons: string): BrowserWindow {
  const { bounds, maximised } = memory.get();
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...(bounds && visibleBounds(bounds, areas)),
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Depesche',
    icon: join(icons, '256x256.png'),
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
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  // A page that has crashed comes back by itself; the reader behind it has lost nothing.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void loadPage(window);
  });
  rememberPlace(window, memory);
  return window;
}

/** Loads the page; to be called when everything that answers it is in place. */
export const loadPage = (window: BrowserWindow): Promise<void> => window.loadURL(`${ORIGIN}/`);

/** Brings the window before the person, whatever state it is in. */
export function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function rememberPlace(window: BrowserWindow, memory: DesktopMemory): void {
  let pending: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(pending);
    if (!window.isMinimized()) memory.set({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const later = () => {
    clearTimeout(pending);
    pending = setTimeout(write, SETTLED);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('close', write);
}
