import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface Page {
  readonly status: 200 | 400 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Headers of every answer. `connect` and `script` are CSP's connect-src and script-src. */
export function pageHeaders(connect: string, script = "'self'"): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src ${script}`,
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src ${connect}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** The file below `root` that a URL's path names; undefined when it names none or would leave `root`. */
function fileOf(root: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\\\0]/.test(decoded)) return undefined;
  const file = join(root, decoded === '/' ? 'index.html' : decoded);
  const below = relative(root, file);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? undefined : file;
}

/**
 * A file of the built renderer with the headers both hosts send: 200, 404 when there is none, 400 for a path that names
 * none (bad escapes, or out of `root`). `path` is a URL's pathname, still percent-encoded. Never rejects.
 */
export async function page(root: string, path: string, connect: string): Promise<Page> {
  const plain = { ...pageHeaders(connect), 'content-type': 'text/plain; charset=utf-8' };
  const file = fileOf(root, path);
  if (file === undefined) return { status: 400, headers: plain, body: Buffer.from('Bad path\n') };
  try {
    const body = await readFile(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    return { status: 200, headers: { ...plain, 'content-type': type }, body };
  } catch {
    return { status: 404, headers: plain, body: Buffer.from('Not found\n') };
  }
}
