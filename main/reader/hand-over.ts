import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../preload/contract/contract.ts';
import { fileWords } from '../../preload/export/file-words.ts';
import { placeFile } from './place-file.ts';

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
    await placeFree(folder, nameOf(article), extension, write(article));
  }
}

/** Source, number and version, else the headline: `dpa-bdt0109-v2`. */
function nameOf({ dispatch: { source = '', number, headline, version } }: Pick<Article, 'dispatch'>): string {
  const words = fileWords(`${source} ${number ?? headline}`);
  return [words || 'dispatch', ...(version > 0 ? [`v${version}`] : [])].join('-');
}

async function placeFree(folder: string, name: string, extension: string, content: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const free = `${name}${number === 1 ? '' : `-${number}`}.${extension}`;
    if (!existsSync(join(folder, free)) && (await placeFile(folder, free, content))) return;
  }
}

const HASH_CHARS = 6;

/**
 * The name of a dispatch that a rule hands over, without an ending: it sorts by time, and is the same whenever it is handed over
 * again. `20261128T225800Z-dpa-bdt0109-v2-3f9a2c`.
 */
export function sortedName(article: Pick<Article, 'dispatch'>): string {
  const { id, version, publishedAt } = article.dispatch;
  const time = new Date(publishedAt).toISOString().replace(/[-:]|\.\d+/g, '');
  const hash = createHash('sha256').update(`${id} ${version}`).digest('hex').slice(0, HASH_CHARS);
  return `${time}-${nameOf(article)}-${hash}`;
}
