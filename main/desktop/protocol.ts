import { protocol } from 'electron';
import { page } from '../program/pages.ts';

export const SCHEME = 'app';
const HOST = 'depesche';

/** The origin of the renderer: our own, so that no file of the machine is same-origin with it. */
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer from `root` as app://depesche/. */
export function servePages(root: string): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== HOST || request.method !== 'GET') return new Response(null, { status: 404 });
    const { status, headers, body } = await page(root, url.pathname, "'none'");
    return new Response(new Uint8Array(body), { status, headers });
  });
}
