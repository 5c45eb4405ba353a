import { type BrowserContext, expect, type Page } from '@playwright/test';

/**
 * Watches all requests of the pages of a context. Call the result at the end: it fails if any request had another origin than
 * `origin` (`http://127.0.0.1:PORT` or `app://depesche`) or the page `opening` on the disk.
 */
export function watchRequests(context: BrowserContext, origin: string, opening?: string): () => void {
  const foreign: string[] = [];
  const check = (url: string) => {
    const { protocol, origin: asked, host } = new URL(url);
    // URL knows no origin of app: addresses.
    const own = asked === 'null' ? `${protocol}//${host}` : asked;
    const inPage = protocol === 'data:' || protocol === 'blob:';
    if (!inPage && url !== opening && own !== origin && own !== origin.replace('http:', 'ws:')) foreign.push(url);
  };
  const watchSockets = (page: Page) => page.on('websocket', (socket) => check(socket.url()));
  context.on('request', (request) => check(request.url()));
  context.on('page', watchSockets);
  context.pages().forEach(watchSockets);
  return () => expect(foreign, 'requests to other hosts').toEqual([]);
}
