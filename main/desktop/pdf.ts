import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/** A page of HTML as PDF, on A4. The page runs no scripts and is in a file meanwhile: an address may not be as long as an export. */
export async function pdfOf(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(app.getPath('temp'), 'depesche-'));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    const file = join(folder, 'export.html');
    await writeFile(file, html, { mode: 0o600 });
    await window.loadFile(file);
    return await window.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true });
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}
