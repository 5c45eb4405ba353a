import type { DispatchStatus, Signal } from '../dispatch.ts';
import { headlineMarker, lineMarker, strongest } from './markers.ts';

/** Status words of all standards: `stat:canceled`, `Canceled`, `killed`, `withheld`, `HOLD`, `Embargoed`. */
export function statusOf(word: string | undefined): DispatchStatus {
  const status =
    word
      ?.toLowerCase()
      .replace(/^.*[:/]/, '')
      .trim() ?? '';
  if (/^(?:cancel|kill|retract|delet|remove|withdrawn)/.test(status)) return 'killed';
  if (/^(?:withh|hold|held)/.test(status)) return 'withheld';
  return status.startsWith('embargo') ? 'embargoed' : 'usable';
}

/** True for a status that keeps a story from being published for good or until further notice. */
export const isHeld = (status: DispatchStatus): status is 'killed' | 'withheld' =>
  status === 'killed' || status === 'withheld';

const SIGNALS: readonly (readonly [RegExp, Signal])[] = [
  [/correct|korrektion|berichtigung/, 'correction'],
  [/^(?:flash|alert|newsalert|blitz)$/, 'flash'],
  [/repeat|wiederholung/, 'repeat'],
  [/roundup|zusammenfassung/, 'roundup'],
  [/^(?:update|u|writethru|lead|replace|aktualisierung|append-major-content|nyversion)$|^update:/, 'update'],
  [/^advisory$/, 'advisory'],
];

/** The strongest signal that words of an agency stand for: `sig:update`, `edStat:U`, `Correction`. */
export function signalOf(words: Iterable<string | undefined>): Signal | undefined {
  const given = [...words].map((word) =>
    (word ?? '')
      .toLowerCase()
      .replace(/^(?!update:)[\w-]*:/, '')
      .trim(),
  );
  return SIGNALS.find(([pattern]) => given.some((word) => pattern.test(word)))?.[1];
}

/** Characters of a line in which a marker stands. */
const HEAD = 200;

/** The signal that words of headlines, slugs and genres stand for: `CORRECTION`, `(Berichtigung)`, `EIL:`, `1st Ld-Writethru`. */
export function signalOfWords(...lines: readonly (string | undefined)[]): Signal | undefined {
  const heads = lines.flatMap((line) => (line ? [line.slice(0, HEAD)] : []));
  const marker = strongest(heads.flatMap((head) => [headlineMarker(head), lineMarker(head)]));
  return marker?.signal ?? (heads.some(saysUpdate) ? 'update' : undefined);
}

/** True for lines that name an update in their middle, where no marker is looked for: `BC-US--Harbour, 1st Ld-Writethru`. */
export const saysUpdate = (line: string): boolean => /\bwritethru\b|^\W{0,3}\d(?:st|nd|rd|th) lead\b/i.test(line);

/** 1–9 as the standards have it; anything else is nothing. */
export function urgencyOf(text: string | number | undefined | null): number | undefined {
  const urgency = Number(text ?? Number.NaN);
  return Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined;
}

/** A version that is a number and can be compared. */
export function versionOf(text: string | number | undefined | null): number | undefined {
  const version = text === '' || text === null || text === undefined ? Number.NaN : Number(text);
  return Number.isSafeInteger(version) && version >= 0 ? version : undefined;
}

/** `en-GB` for `EN-gb` and `en_GB`; undefined for what is no language tag (`x-default`). */
export function languageOf(tag: string | undefined | null): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{2}|[a-z]{4}))?\b/i.exec(tag?.trim() ?? '');
  if (!match) return undefined;
  const region = match[2];
  if (!region) return match[1]?.toLowerCase();
  return `${match[1]?.toLowerCase()}-${region.length === 2 ? region.toUpperCase() : region}`;
}
