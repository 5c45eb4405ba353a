import { toServer } from '../../main/sharing/dispatches.ts';
import { dispatch } from '../unit/library/sample.ts';

const SYLLABLES = 'ha fen kran brü cke stadt rat wahl land tag moor bahn see wind strom netz berg dorf schul weg'.split(
  ' ',
);
const wordAt = (n: number): string =>
  [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400) % 20].map((i) => SYLLABLES[i]).join('');
/** A few words are everywhere, most are rare. */
export const anyWord = (): string => wordAt(Math.floor(8_000 * Math.random() ** 3));

const SIX_YEARS_MS = 6 * 365 * 86_400_000;

/** Dispatches of 30 words as the server takes them in, spread over six years. */
export const shortOnes = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const words = Array.from({ length: 30 }, anyWord);
    const wire = dispatch({
      id: `archive-${from + i}`,
      headline: words.slice(0, 6).join(' '),
      body: [words.join(' ')],
      publishedAt: new Date(Date.UTC(2020, 0, 1) + Math.random() * SIX_YEARS_MS).toISOString(),
    });
    return toServer(wire)?.shared ?? [];
  }).flat();
