import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const RESTRICTED = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/**
 * What to do if AppArmor (Ubuntu 23.10 and newer) denies Electron the user namespace that its sandbox needs, and the setuid
 * helper is not set up either: a text for the terminal. Undefined otherwise.
 */
export function sandboxRemedy(electron, restricted = RESTRICTED) {
  const helper = join(dirname(electron), 'chrome-sandbox');
  if (!isOn(restricted) || isSetuidRoot(helper)) return undefined;
  return [
    'AppArmor does not let Electron start its sandbox (Ubuntu 23.10 and newer). To allow it for this Electron:',
    `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  ].join('\n');
}

function isOn(file) {
  try {
    return readFileSync(file, 'utf8').trim() === '1';
  } catch {
    return false;
  }
}

function isSetuidRoot(file) {
  try {
    const { uid, mode } = statSync(file);
    return uid === 0 && (mode & 0o4001) === 0o4001;
  } catch {
    return false;
  }
}
