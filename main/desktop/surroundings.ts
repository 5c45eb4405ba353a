import { join } from 'node:path';
import { app, type BrowserWindow, Menu, nativeTheme } from 'electron';
import type { Reader } from '../reader/reader.ts';
import { desktopHost } from './host.ts';
import { tell } from './ipc.ts';
import type { DesktopMemory } from './memory.ts';
import { menuTemplate } from './menu.ts';
import { isUrgent } from './news.ts';
import { showNews } from './notifications.ts';
import { createTray } from './tray.ts';
import { watchLibrary } from './watch-library.ts';
import { present } from './window.ts';
import { wordsOf } from './words.ts';

/**
 * What surrounds the window: menu, tray, badge, theme and notifications, kept in step with the settings and with what is
 * unread. `icons` is the folder of the icons.
 */
export async function followReader(
  reader: Reader,
  window: BrowserWindow,
  memory: DesktopMemory,
  icons: string,
): Promise<void> {
  let settings = await reader.handlers['settings.get']({});
  let unread = 0;
  const tray = createTray(join(icons, process.platform === 'darwin' ? '16x16.png' : '32x32.png'), open);
  const { locale } = desktopHost();
  const words = () => wordsOf(settings.language, locale);

  function open(): void {
    present(window);
  }

  function run(command: string): void {
    open();
    tell(window, 'command.run', { command });
  }

  function setKeepRunning(keepRunning: boolean): void {
    memory.set({ keepRunning });
    drawMenus();
  }

  function drawMenus(): void {
    const { keepRunning } = memory.get();
    nativeTheme.themeSource = settings.theme;
    const template = menuTemplate(words(), { run, keepRunning, setKeepRunning }, process.platform);
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    tray.setMenu(words(), { open, quit: () => app.quit(), keepRunning, setKeepRunning });
    tray.setUnread(words(), unread);
  }

  drawMenus();
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
    if (news.rows.some(isUrgent)) window.flashFrame(true);
    showNews(news.rows, words(), (id) => {
      open();
      tell(window, 'article.show', { id });
    });
  });
}
