import { app, type Session } from 'electron';
import { ORIGIN } from './protocol.ts';

/** Lets our shortcuts copy text and fill the screen; every other permission is denied. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/**
 * Denies every permission except writing to the clipboard and filling the screen, which only our own page gets; denies downloads;
 * keeps Chromium off the network.
 */
export function lockDown(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(allowed.has(permission) && details.requestingUrl.startsWith(`${ORIGIN}/`)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowed.has(permission) && origin.replace(/\/$/, '') === ORIGIN,
  );
  session.setDevicePermissionHandler(() => false);
  // Files are saved by the host, never by Chromium.
  session.on('will-download', (event) => event.preventDefault());
  // Any language for the spell checker, even an unused one, makes Chromium fetch its dictionary from a Google server.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

const OUR_PAGE = new RegExp(`^${ORIGIN}/(?:\\?.*)?$`);

/** A reload loads the same page again; the query says what a window of its own shows. */
function keepPage(event: { readonly url: string; preventDefault(): void }): void {
  if (!OUR_PAGE.test(event.url)) event.preventDefault();
}

/** No page can navigate elsewhere, open a window or embed another: links go through `link.open`. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', keepPage);
    contents.on('will-frame-navigate', keepPage);
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
