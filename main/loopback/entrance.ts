import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, constants, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { KEY_ITEM } from '../../preload/contract/handshake.ts';
import { makeFolder } from '../make-folder.ts';

/** How long a code may be used, in milliseconds; the page is rewritten twice as often, so that it always has a valid one. */
const CODE_MS = 10 * 60_000;

const SUBMIT = 'document.forms[0].submit()';
const KEEP = `const { key, lasts } = document.currentScript.dataset;
for (const storage of [sessionStorage, localStorage]) storage.removeItem('${KEY_ITEM}');
(lasts ? localStorage : sessionStorage).setItem('${KEY_ITEM}', key);
location.replace('/')`;

const hashed = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** The only script of `enteredPage`, in the syntax of CSP's script-src. */
export const enteredScript = hashed(KEEP);

/**
 * The answer to a valid code: stores the key in the tab's sessionStorage, or one that `lasts` in the localStorage of its origin, and
 * opens the reader. `key` is base64url.
 */
export const enteredPage = (key: string, lasts: boolean): string =>
  `<!doctype html><meta charset="utf-8"><title>Depesche</title><script data-key="${key}"${lasts ? ' data-lasts="yes"' : ''}>${KEEP}</script>\n`;

/** A page on the disk that only this user can read, and the code in it that opens the reader once. */
export interface Entrance {
  /** The page's file: address. */
  readonly url: string;
  /** True once for the code of a page written in the last ten minutes; the page then gets another one. */
  redeem(code: string): boolean;
  /** Removes the page. */
  close(): void;
}

/**
 * A folder that only this user can enter: `wanted`, created if it is missing. If it is unsuitable (another user's, a link, a
 * drive without file modes), a new folder in the system's directory for temporary files. On Windows `wanted` is used as it is:
 * modes mean nothing there.
 */
export function privateFolder(wanted: string): string {
  try {
    makeFolder(wanted, 0o700);
    if (process.platform === 'win32') return wanted;
    chmodSync(wanted, 0o700);
    const { mode, uid } = lstatSync(wanted);
    // Some network drives accept a mode but do not store it.
    if ((mode & (constants.S_IFMT | 0o777)) === (constants.S_IFDIR | 0o700) && uid === process.getuid?.())
      return wanted;
  } catch {
    // Then it is unsuitable.
  }
  return mkdtempSync(join(tmpdir(), 'depesche-'));
}

/**
 * Writes `open.html` into `folder` (private: see `privateFolder`): opened in a browser, it posts its code to `origin`/enter.
 * `onRenewed` is called whenever the page has been written. Throws when it cannot be written the first time.
 */
export function makeEntrance(folder: string, origin: string, onRenewed: () => void): Entrance {
  const file = join(folder, 'open.html');
  const codes = new Map<string, number>();

  function renew(): void {
    // A clock that stops while the machine sleeps, as the timer does: the page must not expire before it is rewritten.
    const now = performance.now();
    for (const [code, expires] of codes) if (expires <= now) codes.delete(code);
    const code = randomBytes(32).toString('base64url');
    codes.set(code, now + CODE_MS);
    writeFileAtomic.sync(file, openingPage(origin, code), { mode: 0o600, fsync: false });
    onRenewed();
  }

  /** On a full disk the page stays as it is and cannot be opened again until it can be renewed. */
  function tryToRenew(): void {
    try {
      renew();
    } catch {
      // Open windows do not need the page.
    }
  }

  renew();
  const timer = setInterval(tryToRenew, CODE_MS / 2).unref();
  return {
    url: pathToFileURL(file).href,
    redeem(code) {
      const expires = codes.get(code) ?? 0;
      if (!codes.delete(code)) return false;
      tryToRenew();
      return performance.now() < expires;
    },
    close() {
      clearInterval(timer);
      rmSync(file, { force: true });
    },
  };
}

function openingPage(origin: string, code: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${hashed(SUBMIT)}; form-action ${origin}">
<title>Depesche</title>
<form method="post" action="${origin}/enter">
<input type="hidden" name="code" value="${code}">
<noscript><button>Depesche</button></noscript>
</form>
<script>${SUBMIT}</script>
</html>
`;
}
