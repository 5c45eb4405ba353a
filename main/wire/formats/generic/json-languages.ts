import { isRecord, type JsonRecord, textOf } from '../../markup/json-value.ts';
import { isLeafNamed } from './leaf-names.ts';

const TAG = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;

/** A record of one value a language: `{ "de": …, "en": … }`. */
const isByLanguage = (value: unknown): value is JsonRecord =>
  isRecord(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => TAG.test(key));

const hasHeadline = (value: unknown): boolean =>
  isRecord(value) && Object.entries(value).some(([key, inner]) => isLeafNamed(key, 'headline') && textOf(inner));

/**
 * A story that has its fields in several languages (`"title": { "de": …, "en": … }`), or whole texts by language (`"versions": { "de":
 * { "title": … } }`), as one record a language; undefined for all others.
 */
export function byLanguage(record: JsonRecord): JsonRecord[] | undefined {
  const entries = Object.entries(record);
  const whole = entries.find(([, value]) => isByLanguage(value) && Object.values(value).every(hasHeadline));
  if (whole && isByLanguage(whole[1])) {
    const outer = entries.filter(([key]) => key !== whole[0]);
    return Object.entries(whole[1]).map(([language, inner]) =>
      inLanguage({ ...Object.fromEntries(outer), ...(isRecord(inner) ? inner : {}) }, record, language),
    );
  }
  const headline = entries.find(([key, value]) => isLeafNamed(key, 'headline') && isByLanguage(value))?.[1];
  if (!isByLanguage(headline)) return undefined;
  return Object.keys(headline).map((language) => {
    const fields = entries.map(([key, value]) => [key, isByLanguage(value) ? value[language] : value]);
    return inLanguage(Object.fromEntries(fields), record, language);
  });
}

/** Texts in several languages share an id, which would make them versions of one. */
const inLanguage = (story: JsonRecord, record: JsonRecord, language: string): JsonRecord => ({
  ...story,
  language,
  ...Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const id = isLeafNamed(key, 'id') ? textOf(value) : undefined;
      return id === undefined ? [] : [[key, `${id}-${language}`]];
    }),
  ),
});
