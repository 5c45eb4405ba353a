import { diffWords } from 'diff';

export interface Change {
  readonly at: number;
  readonly text: string;
  readonly kind: 'same' | 'inserted' | 'deleted';
}

/** Two texts word by word, as paragraphs of the newer one with what came and went marked. */
export function changes(before: string, after: string): Change[][] {
  const paragraphs: Change[][] = [[]];
  let at = 0;
  for (const { value, added, removed } of diffWords(before, after)) {
    const kind = added ? 'inserted' : removed ? 'deleted' : 'same';
    value.split(/\n{2,}/).forEach((text, n) => {
      if (n > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ at, text, kind });
      at += 1;
    });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
