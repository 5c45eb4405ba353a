import { app, type BrowserWindow, clipboard, Menu, nativeTheme } from 'electron';
import { type HistoryNames, isQuiet, mayBeShown } from '../../preload/contract/contract.ts';
import type { Reader } from '../reader/reader.ts';
import { contextMenuTemplate } from './context-menu.ts';
import { tell } from './ipc.ts';
import type { DesktopMemory } from './memory.ts';
import { menuTemplate } from './menu.ts';
import { showNews } from './notifications.ts';
import { offerShortcuts } from './shortcuts.ts';
import { startAtLogin } from './start-at-login.ts';
import { createTray } from './tray.ts';
import { watchLibrary } from './watch-library.ts';
import { present } from './window.ts';
import type { Words } from './words.ts';

/**
 * Keeps menus, tray, badge, theme and notifications in step with the settings and the unread dispatches. `trayIcon` is the file
 * of the tray's icon; `words` returns the texts in the language of the settings, and must be updated first when that changes.
 * `checkForUpdates`: absent if this copy must not be updated from within. The result names what undo and redo would do.
 */
export async function followReader(
  reader: Reader,
  window: BrowserWindow,
  memory: DesktopMemory,
  trayIcon: string,
  words: () => Words,
  checkForUpdates: (() => void) | undefined,
): Promise<(names: HistoryNames) => void> {
  let history: HistoryNames = {};
  let settings = await reader.handlers['settings.get']({});
  let unread = 0;
  const login = startAtLogin();
  const tray = createTray(trayIcon, open);

  function open(): void {
    present(window);
  }

  function run(command: string): void {
    open();
    tell(window, 'command.run', { command });
  }

  function show(id: string): void {
    open();
    tell(window, 'article.show', { id });
  }

  function toggleMaximised(): void {
    if (window.isMaximized()) window.unmaximize();
    else window.maximize();
  }

  function setKeepRunning(keepRunning: boolean): void {
    memory.set({ keepRunning });
    drawMenus();
  }

  function drawMenus(): void {
    const { keepRunning } = memory.get();
    nativeTheme.themeSource = settings.theme;
    const { shortcuts } = settings;
    const actions = { run, shortcuts, history, toggleMaximised, keepRunning, setKeepRunning, login, checkForUpdates };
    const template = menuTemplate(words(), actions, process.platform);
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    tray.setMenu(words(), { open, quit: () => app.quit(), keepRunning, setKeepRunning });
    tray.setUnread(words(), unread);
    offerShortcuts(words(), { open, run });
  }

  drawMenus();
  window.webContents.on('context-menu', (_event, clicked) => {
    const template = contextMenuTemplate(clicked, words(), {
      copyLink: (url) => clipboard.writeText(url),
      selectText: () => run('selectText'),
    });
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
  reader.on('settings.changed', (changed) => {
    settings = changed;
    drawMenus();
  });
  window.on('focus', () => window.flashFrame(false));
  watchLibrary(reader, (news) => {
    unread = news.unread;
    tray.setUnread(words(), unread);
    app.setBadgeCount(unread);
    if (window.isFocused()) return;
    if (!isQuiet(settings.quietHours, new Date())) showNews(news.rows, words(), show);
  });
  reader.on('alarms.changed', ({ alarms, raised }) => {
    const now = new Date();
    const subjects = alarms.filter(({ id }) => raised.includes(id)).map(({ subject }) => subject);
    if (subjects.length === 0 || window.isFocused() || isQuiet(settings.quietHours, now)) return;
    window.flashFrame(true);
    if (settings.notify === 'none') return;
    showNews(
      subjects.filter((subject) => mayBeShown(subject, now)),
      words(),
      show,
    );
  });
  return (names) => {
    if (names.undo === history.undo && names.redo === history.redo) return;
    history = names;
    drawMenus();
  };
}
