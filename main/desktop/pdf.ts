import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { ORIGIN, SCHEME } from './protocol.ts';
import { lockDown } from './security.ts';

/** Pages to print by the path of their address. Not data: addresses, which may not be as long as an export. */
const pages = new Map<string, string>();

/** A session in memory that knows these pages and nothing else. */
function printing(): Session {
  const own = session.fromPartition('printing');
  if (own.protocol.isProtocolHandled(SCHEME)) return own;
  lockDown(own);
  own.protocol.handle(SCHEME, ({ url }) => {
    const html = pages.get(new URL(url).pathname.slice(1));
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    };
    return html === undefined ? new Response(null, { status: 404 }) : new Response(html, { headers });
  });
  return own;
}

/** A page of HTML as PDF, on A4. The page runs no scripts, and loads nothing. */
export async function pdfOf(html: string): Promise<Uint8Array> {
  const name = randomUUID();
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  });
  pages.set(name, html);
  try {
    await window.loadURL(`${ORIGIN}/${name}`);
    return await window.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true });
  } finally {
    pages.delete(name);
    window.destroy();
  }
}
