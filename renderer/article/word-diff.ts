import { diffWords } from 'diff';

/** A piece of text that is in both versions or in one of them. */
export interface Change {
  /** Its number among all pieces. */
  readonly at: number;
  readonly text: string;
  readonly kind: 'same' | 'inserted' | 'deleted';
}

/** The differences between two texts, word by word, in paragraphs. */
export function wordDiff(before: string, after: string): Change[][] {
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
