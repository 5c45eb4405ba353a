import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { type Message, message } from '../../preload/contract/messages.ts';
import { hostText } from '../../renderer/i18n/host-text.ts';
import { languageFor } from '../../renderer/i18n/translate.ts';
import { messageOf } from '../errors.ts';
import { startFacts } from '../log/lines.ts';
import { openLog } from '../log/log-file.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { appId } from '../program/app-id.ts';
import { defaultDataFolder } from '../reader/folders.ts';
import { LibraryInUse } from '../reader/reader.ts';
import { desktopArguments } from './arguments.ts';
import { handleUncaught } from './failures.ts';
import { systemLocale } from './host.ts';
import { Lifecycle } from './lifecycle.ts';
import type { Opened } from './opened.ts';
import { declareScheme } from './protocol.ts';
import { openDesktop } from './run.ts';
import { guardContents } from './security.ts';
import { wordsOf } from './words.ts';
import { type Obstacle, obstacleIn } from './writable.ts';

/** Starts the desktop app. When it already runs on this data folder, hands over to that instance and ends. */
export function startDesktop(): void {
  const { files, links, options, ...folders } = desktopArguments(process.argv, process.cwd(), app.isPackaged);
  // The window says it as well, but whoever typed the name looks at the terminal.
  for (const file of files)
    if (!existsSync(file)) process.stderr.write(`depesche: ${file}: ${inEnglish(message('file.missing'))}\n`);
  // Keeps Chromium's own files away from the library's. Another data folder is another instance.
  const policy = readPolicy();
  const given = policy.dataFolder ?? folders.data;
  const profile = join(given ?? defaultFolder(), 'desktop');
  // If it is not writable, the lock below fails as if another instance were running.
  const obstacle = obstacleIn(profile);
  if (obstacle !== undefined) {
    void app.whenReady().then(() => refuse(profile, obstacle));
    return;
  }
  app.setAppUserModelId(appId);
  app.setPath('userData', profile);
  const opened: Opened = { files: [...files], ...(links.length > 0 && { links: [...links] }) };
  if (!app.requestSingleInstanceLock(opened)) {
    app.quit();
    return;
  }

  // Chromium has no sandbox for root, and requesting it anyway would crash every page at once.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  declareScheme();
  guardContents();
  const life = new Lifecycle(options);
  const log = openLog(given ?? defaultDataFolder());
  log.note('start', startFacts('electron'));
  handleUncaught(log, life, () => wordsOf('system', systemLocale()));
  if (files.length + links.length > 0) life.receive(opened);
  life.open(
    () => openDesktop({ ...folders, policy, log }, life),
    (error) => {
      log.error('not-opened', error);
      fail(error, life.quitting);
    },
  );
}

const inEnglish = (of: Message): string => hostText(of, 'en').text;

function defaultFolder(): string {
  // On Windows appData roams. A library of an earlier version must also be moved from there before Chromium opens files in that
  // folder.
  return process.platform === 'win32' ? defaultDataFolder() : join(app.getPath('appData'), 'Depesche');
}

function refuse(folder: string, obstacle: Obstacle): void {
  const words = (locale: string) => {
    const { cannotWrite, obstacles } = wordsOf('system', locale);
    return cannotWrite(folder, obstacles[obstacle]);
  };
  process.stderr.write(`depesche: ${words('en')}\n`);
  end(words(systemLocale()), 1);
}

/** A dialog would keep an app open that is supposed to quit. */
function fail(error: unknown, quitting: boolean): void {
  const why = messageOf(error);
  process.stderr.write(`depesche: ${inEnglish(why)}\n`);
  if (quitting) return;
  end(hostText(why, languageFor('system', systemLocale())).text, error instanceof LibraryInUse ? error.exitCode : 1);
}

function end(message: string, code: number): void {
  dialog.showErrorBox('Depesche', message);
  app.exit(code);
}
