import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../preload/contract/contract.ts';
import { fileWords } from '../../preload/export/file-words.ts';

/**
 * Writes each dispatch as a file of its own into a folder, which is created if need be. A file appears under its name only when it
 * is complete, because an editorial system may fetch it at once; files that are there stay. Rejects when a file cannot be written.
 */
export async function handOver(
  folder: string,
  articles: readonly Article[],
  extension: string,
  write: (article: Article) => string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const article of articles) {
    const path = await freePath(folder, nameOf(article), extension);
    await writeFile(`${path}.part`, write(article));
    await rename(`${path}.part`, path);
  }
}

/** Source, number and version, else the headline: `dpa-bdt0109-v2`. */
function nameOf({ dispatch: { source = '', number, headline, version } }: Article): string {
  const words = fileWords(`${source} ${number ?? headline}`);
  return [words || 'dispatch', ...(version > 0 ? [`v${version}`] : [])].join('-');
}

async function freePath(folder: string, name: string, extension: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.${extension}`);
    if (!(await exists(path))) return path;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
