import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { DEFAULT_SETTINGS, type HistoryNames } from '../../preload/contract/contract.ts';
import { type View, viewQuery } from '../../preload/contract/view.ts';
import { rendererFolder, resourceFolder } from '../program/places.ts';
import { version } from '../program/version.ts';
import { openReader, type Reader, type ReaderOptions } from '../reader/reader.ts';
import type { Folders } from './arguments.ts';
import { handleCrashes } from './crashes.ts';
import { electronUpdater } from './electron-updater.ts';
import { watchChildren } from './failures.ts';
import { desktopHost, systemLocale } from './host.ts';
import { connectWindows, tell } from './ipc.ts';
import { followLanguage } from './language.ts';
import type { Desktop } from './lifecycle.ts';
import { parseLink } from './links.ts';
import { type DesktopMemory, desktopMemory } from './memory.ts';
import { type Opened, openFiles } from './opened.ts';
import { servePages } from './protocol.ts';
import { lockDown } from './security.ts';
import { followReader } from './surroundings.ts';
import { mayReplaceItself, ownPlace, updateCheck } from './updates.ts';
import { createView, createWindow, loadPage, present } from './window.ts';
import { wordsOf } from './words.ts';

/**
 * Opens the library, then the window over it, and connects the desktop's parts. The app must be ready. Resolves when the page
 * has loaded; with undefined if there was a quit request before there was a window. Rejects with LibraryInUse, or with the
 * reason why the library cannot be opened.
 */
export async function openDesktop(
  given: Folders & Required<Pick<ReaderOptions, 'log' | 'policy'>>,
  life: { readonly quitting: boolean; restart(): void },
): Promise<Desktop | undefined> {
  const { log } = given;
  lockDown(session.defaultSession);
  const resources = app.isPackaged ? process.resourcesPath : undefined;
  const samples = resourceFolder('seeds', resources);
  const icons = resourceFolder('icons', resources);
  const trayIcon =
    process.platform === 'darwin'
      ? join(resourceFolder('tray', resources), 'trayTemplate.png')
      : join(icons, '32x32.png');
  const locale = systemLocale();
  let words = () => wordsOf('system', locale);
  let openView: (view: View) => void = () => undefined;
  let nameHistory: (names: HistoryNames) => void = () => undefined;
  const host = desktopHost(
    () => words(),
    (view) => openView(view),
    join(icons, '32x32.png'),
    () => life.restart(),
    (names) => nameHistory(names),
  );
  const reader = await openReader({ host, version, samples, ...given });
  words = await followLanguage(reader, locale);
  const { dataFolder } = await reader.handlers['app.info']({});
  if (life.quitting) {
    await reader.close();
    return undefined;
  }
  const memory = desktopMemory(join(dataFolder, 'desktop.json'));

  servePages(rendererFolder);
  const window = createWindow(memory, icons);
  hideInsteadOfClosing(window, memory, life);
  const connect = connectWindows(reader);
  const pageListens = connect(window);
  openView = (view) => {
    const own = createView(window, view, icons);
    void connect(own);
    void loadPage(own, viewQuery(view));
  };
  watchChildren(reader, log);
  handleCrashes(window, {
    log,
    words,
    reload: () => void loadPage(window),
    resetView: () => resetView(reader),
    quit: () => app.quit(),
  });
  app.on('activate', () => present(window));
  const place = given.policy.updates === false ? undefined : ownPlace();
  const progress = () => reader.handlers['import.progress']({});
  const checkForUpdates =
    place && mayReplaceItself(place)
      ? updateCheck({ updater: electronUpdater(), log, words: () => words(), progress })
      : undefined;
  nameHistory = await followReader(reader, window, memory, trayIcon, words, checkForUpdates);
  await loadPage(window);
  return {
    receive(opened) {
      present(window);
      const show = (id: string) => void pageListens.then(() => tell(window, 'article.show', { id }));
      void openFiles(reader, opened.files, words(), show);
      void pageListens.then(() => showLinks(window, opened));
    },
    async close() {
      await Promise.all([reader.close(), memory.written()]);
    },
  };
}

function hideInsteadOfClosing(
  window: BrowserWindow,
  memory: DesktopMemory,
  life: { readonly quitting: boolean },
): void {
  window.on('close', (event) => {
    if (life.quitting || !memory.get().keepRunning) return;
    event.preventDefault();
    window.hide();
  });
}

function showLinks(window: BrowserWindow, { links = [] }: Opened): void {
  for (const text of links) {
    const link = parseLink(text);
    if (link === undefined) continue;
    if ('dispatch' in link) tell(window, 'article.show', { id: link.dispatch });
    else tell(window, 'search.show', { search: link.search });
  }
}

/** Resets the window's state to that of a first start; library and marks stay. */
async function resetView(reader: Reader): Promise<void> {
  const { panes, textSize, measure } = DEFAULT_SETTINGS;
  const { locked = [] } = await reader.handlers['app.info']({});
  await session.defaultSession.clearStorageData();
  await session.defaultSession.clearCache();
  const sizes = { measure, ...(!locked.includes('textSize') && { textSize }) };
  await reader.handlers['settings.set']({ panes, ...sizes, listsHidden: false, folded: [] });
}
