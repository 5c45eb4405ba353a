import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Host } from '../reader/reader.ts';

/** A program that asks for a folder and prints its path; any exit code except 0: cancelled. */
interface Dialog {
  readonly program: string;
  args(current: string): string[];
}

const POWERSHELL = join(process.env.SYSTEMROOT ?? 'C:\\Windows', 'System32\\WindowsPowerShell\\v1.0\\powershell.exe');
/** The folder comes in the environment: as part of the script it would be code. */
const CURRENT = 'DEPESCHE_FOLDER';
const WINDOWS_SCRIPT = `
[Console]::OutputEncoding = [Text.Encoding]::UTF8
Add-Type -AssemblyName System.Windows.Forms
$dialog = New-Object System.Windows.Forms.FolderBrowserDialog
$dialog.SelectedPath = $env:${CURRENT}
$owner = New-Object System.Windows.Forms.Form -Property @{ TopMost = $true }
if ($dialog.ShowDialog($owner) -ne [System.Windows.Forms.DialogResult]::OK) { exit 1 }
[Console]::Out.Write($dialog.SelectedPath)`;

const SCRIPT = 'POSIX path of (choose folder default location (POSIX file (item 1 of argv)))';
const dialogs: Partial<Record<NodeJS.Platform, readonly Dialog[]>> = {
  darwin: [
    {
      program: 'osascript',
      args: (current) => ['-e', 'on run argv', '-e', SCRIPT, '-e', 'end run', current],
    },
  ],
  win32: [{ program: POWERSHELL, args: () => ['-NoProfile', '-NonInteractive', '-STA', '-Command', WINDOWS_SCRIPT] }],
  linux: [
    { program: 'zenity', args: (current) => ['--file-selection', '--directory', `--filename=${current}/`] },
    { program: 'kdialog', args: (current) => ['--getexistingdirectory', current] },
  ],
};

/**
 * Asks for a folder in a system dialog, which a page with a stolen key cannot answer. Undefined if the system has no such
 * dialog (Linux without zenity and kdialog) or `shown` is false.
 */
export function folderDialog(shown: boolean, env: NodeJS.ProcessEnv = process.env): Pick<Host, 'chooseFolder'> {
  const dialog = shown ? dialogs[process.platform]?.find(({ program }) => isInstalled(program, env)) : undefined;
  if (dialog === undefined) return {};
  let asking: Promise<string | undefined> | undefined;
  return {
    // One dialog at a time, however often a page asks.
    chooseFolder: (current) => {
      asking ??= ask(dialog, current, env).finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}

async function ask({ program, args }: Dialog, current: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const child = spawn(program, args(current), {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...env, [CURRENT]: current },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [path, code] = await Promise.all([text(child.stdout), ended]);
  const chosen = path.replace(/\r?\n$/, '');
  return code === 0 && isAbsolute(chosen) ? chosen : undefined;
}

function isInstalled(program: string, env: NodeJS.ProcessEnv): boolean {
  const folders = isAbsolute(program) ? [''] : (env.PATH ?? '').split(delimiter);
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
