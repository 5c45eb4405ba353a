import { join } from 'node:path';
import { app, dialog } from 'electron';
import { hostText } from '../../renderer/i18n/host-text.ts';
import { languageFor } from '../../renderer/i18n/translate.ts';
import { messageOf } from '../errors.ts';
import { LibraryInUse } from '../reader/reader.ts';
import { desktopArguments } from './arguments.ts';
import { desktopHost } from './host.ts';
import type { Opened } from './opened-files.ts';
import { declareScheme } from './protocol.ts';
import { runDesktop } from './run.ts';
import { guardContents } from './security.ts';

/** Starts the desktop app; when it runs already with this data folder, hands over to that one and ends. */
export function startDesktop(): void {
  const { files, ...folders } = desktopArguments(process.argv, process.cwd(), app.isPackaged);
  // Chromium's own files: never among the library's, and with another library another instance.
  app.setPath('userData', join(folders.data ?? join(app.getPath('appData'), 'Depesche'), 'desktop'));
  const handover: Opened = { files: [...files] };
  if (!app.requestSingleInstanceLock(handover)) {
    app.quit();
    return;
  }

  app.enableSandbox();
  declareScheme();
  guardContents();
  app
    .whenReady()
    .then(() => runDesktop(folders, handover.files))
    .catch(fail);
}

function fail(error: unknown): void {
  const message = messageOf(error);
  process.stderr.write(`depesche: ${hostText(message, 'en').text}\n`);
  dialog.showErrorBox('Depesche', hostText(message, languageFor('system', desktopHost().locale)).text);
  app.exit(error instanceof LibraryInUse ? error.exitCode : 1);
}
