import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { makeFolder } from '../make-folder.ts';

/** Whether the app starts when the user logs in; the system has the answer, not a setting of ours. */
export interface StartAtLogin {
  get(): boolean;
  set(on: boolean): void;
}

/** Undefined for an app that is not installed: the system would start Electron without it. */
export function startAtLogin(): StartAtLogin | undefined {
  if (!app.isPackaged) return undefined;
  if (process.platform === 'linux') return autostart(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'));
  return {
    get: () => app.getLoginItemSettings().openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin }),
  };
}

/** As freedesktop.org's Desktop Application Autostart has it; `config` is the user's folder of configuration files. */
export function autostart(config: string, program = process.env.APPIMAGE ?? process.execPath): StartAtLogin {
  const file = join(config, 'autostart/depesche.desktop');
  return {
    get: () => existsSync(file),
    set(on) {
      if (!on) return rmSync(file, { force: true });
      makeFolder(dirname(file));
      writeFileSync(file, `[Desktop Entry]\nType=Application\nName=Depesche\nExec=${quoted(program)}\n`);
    },
  };
}

/** The Desktop Entry Specification quotes twice: an argument in quotation marks, and the whole as a string. */
const quoted = (path: string): string =>
  `"${path
    .replace(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`;
