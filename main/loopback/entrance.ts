import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { KEY_ITEM } from '../../preload/contract/handshake.ts';

/** How long a code may be used, in milliseconds; the page is rewritten twice as often, so that it always holds a good one. */
const CODE_MS = 10 * 60_000;

const SUBMIT = 'document.forms[0].submit()';
const KEEP = `sessionStorage.setItem('${KEY_ITEM}', document.currentScript.dataset.key); location.replace('/')`;

const hashed = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** The only script of `enteredPage`, in the syntax of CSP's script-src. */
export const enteredScript = hashed(KEEP);

/** The answer to a good code: leaves the key in the tab's storage and goes on to the reader. `key` is base64url. */
export const enteredPage = (key: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Depesche</title><script data-key="${key}">${KEEP}</script>\n`;

/** A page on the disk that only this user can read, and the code in it that opens the reader once. */
export interface Entrance {
  /** The page's file: address. */
  readonly url: string;
  /** True once for the code of a page written in the last ten minutes; the page then gets another one. */
  redeem(code: string): boolean;
  /** Removes the page. */
  close(): void;
}

/** Makes `folder` private to this user. Throws when it is another user's, or no folder. */
export function privateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) throw new Error(`${folder} is not a folder. Move it away and start Depesche again.`);
  if (process.getuid !== undefined && stats.uid !== process.getuid())
    throw new Error(`${folder} belongs to another user. Choose another data folder with --data.`);
  chmodSync(folder, 0o700);
}

/**
 * Writes `open.html` into `folder` (private: see `privateFolder`): opened in a browser, it posts its code to `origin`/enter.
 * `onRenewed` is called whenever the page has been written.
 */
export function makeEntrance(folder: string, origin: string, onRenewed: () => void): Entrance {
  const file = join(folder, 'open.html');
  const codes = new Map<string, number>();

  function renew(): void {
    // Time that stands still while the machine sleeps, as the timer does: the page must not expire before it is rewritten.
    const now = performance.now();
    for (const [code, expires] of codes) if (expires <= now) codes.delete(code);
    const code = randomBytes(32).toString('base64url');
    codes.set(code, now + CODE_MS);
    writeFileAtomic.sync(file, openingPage(origin, code), { mode: 0o600, fsync: false });
    onRenewed();
  }

  renew();
  const timer = setInterval(renew, CODE_MS / 2).unref();
  return {
    url: pathToFileURL(file).href,
    redeem(code) {
      const expires = codes.get(code) ?? 0;
      if (!codes.delete(code)) return false;
      renew();
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
