import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, nativeImage, webContents } from 'electron';

/** The folders of files that were dragged out: whoever they were dropped on may read them until the program ends. */
const folders: string[] = [];

/**
 * Goes on with a drag that began in the window in use, with a file of this name and text; false when no window is in use.
 * `icon`: the picture under the pointer.
 */
export async function dragFile(name: string, text: string, icon: string): Promise<boolean> {
  const page = webContents.getFocusedWebContents();
  if (!page) return false;
  const folder = await mkdtemp(join(app.getPath('temp'), 'depesche-'));
  if (folders.push(folder) === 1) app.once('will-quit', removeFolders);
  const file = join(folder, basename(name));
  await writeFile(file, text);
  page.startDrag({ file, icon: nativeImage.createFromPath(icon) });
  return true;
}

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
