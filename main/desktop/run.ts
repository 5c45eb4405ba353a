import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { hostText } from '../../renderer/i18n/host-text.ts';
import { messageOf } from '../errors.ts';
import { rendererFolder, resourceFolder } from '../program/places.ts';
import { version } from '../program/version.ts';
import { openReader, type Reader } from '../reader/reader.ts';
import type { DesktopArguments } from './arguments.ts';
import { desktopHost } from './host.ts';
import { connectWindow } from './ipc.ts';
import { type DesktopMemory, desktopMemory } from './memory.ts';
import { Opened, takeFiles } from './opened-files.ts';
import { servePages } from './protocol.ts';
import { denyPermissions } from './security.ts';
import { followReader } from './surroundings.ts';
import { createWindow, loadPage, present } from './window.ts';

/** Milliseconds until the app ends even though the library has not closed. */
const CLOSING_TIME = 10_000;

/** Opens the library, then the window over it, and wires the desktop's parts together. The app must be ready. */
export async function runDesktop(folders: Omit<DesktopArguments, 'files'>, files: readonly string[]): Promise<void> {
  const resources = app.isPackaged ? process.resourcesPath : undefined;
  const samples = resourceFolder('seeds', resources);
  const icons = resourceFolder('icons', resources);
  const reader = await openReader({ host: desktopHost(), version, samples, ...folders });
  const { dataFolder } = await reader.handlers['app.info']({});
  const memory = desktopMemory(join(dataFolder, 'desktop.json'));

  denyPermissions(session.defaultSession);
  servePages(rendererFolder);
  const window = createWindow(memory, icons);
  connectWindow(reader, window);
  takeTurns(reader, window, memory);
  await followReader(reader, window, memory, icons);
  await loadPage(window);
  await takeFiles(reader, files);
}

/** Closing, quitting, coming back and being started a second time. */
function takeTurns(reader: Reader, window: BrowserWindow, memory: DesktopMemory): void {
  let quitting = false;
  let ending = false;
  window.on('close', (event) => {
    if (quitting || !memory.get().keepRunning) return;
    event.preventDefault();
    window.hide();
  });
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    setTimeout(() => app.exit(1), CLOSING_TIME).unref();
    Promise.all([reader.close(), memory.written()]).then(
      () => app.exit(0),
      (error: unknown) => {
        process.stderr.write(`depesche: ${hostText(messageOf(error), 'en').text}\n`);
        app.exit(1);
      },
    );
  });
  app.on('activate', () => present(window));
  app.on('second-instance', (_event, _argv, _folder, data) => {
    present(window);
    const opened = Opened.safeParse(data);
    if (opened.success) void takeFiles(reader, opened.data.files);
  });
}
