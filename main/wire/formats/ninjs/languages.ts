import { firstText, type JsonRecord, listOf, lowerKeys, recordOf, textOf } from '../../markup/json-value.ts';
import { distinct } from '../../markup/markup.ts';

/** `body_xhtml_de`, `headline_fr-ch`: a field in a language. */
const FIELD =
  /^(?<field>(?:headline|title|byline|slugline|ednote|body|description)(?:_[a-z]{3,8})?)_(?<language>[a-z]{2}(?:[-_][a-z]{2,4})?)$/;
const LISTS = ['headlines', 'bodies', 'descriptions'];

const languageIn = (entry: unknown): string | undefined => {
  const { language, lang, languagecode } = lowerKeys(entry);
  return firstText(language, lang, languagecode)?.toLowerCase();
};

/** The languages in which an item has a text. */
function languagesOf(item: JsonRecord): string[] {
  const fields = Object.keys(item).filter((key) => key.startsWith('body') && textOf(item[key]) !== undefined);
  return distinct([...fields.map((key) => FIELD.exec(key)?.groups?.language), ...listOf(item.bodies).map(languageIn)]);
}

/**
 * An item with texts in several languages (`body_xhtml_de`, `bodies[].language`) as one item a language, linked to each other. Its own
 * language keeps the id; in the others the id ends with the language. An item in one language as it is.
 */
export function inLanguages(value: unknown): readonly unknown[] {
  const item = lowerKeys(value);
  const named = textOf(item.language)?.toLowerCase();
  const hasOwn = Object.keys(item).some(
    (key) => /^body/.test(key) && !FIELD.test(key) && textOf(item[key]) !== undefined,
  );
  const found = languagesOf(item);
  const languages = distinct([...(hasOwn ? [named ?? OWN] : []), ...found]);
  if (languages.length < 2) return [found[0] !== undefined && !hasOwn ? itemIn(item, found[0]) : value];
  const own = languages.find((language) => language === named) ?? languages[0];
  const id = firstText(item.uri, item.guid);
  const versions = languages.map((language) => {
    const uri = language === own || id === undefined ? id : `${id}#${language}`;
    return { ...itemIn(item, language), ...(uri ? { uri } : {}) };
  });
  return versions.map((version) => {
    const others = versions.filter((other) => other !== version);
    const known = Array.isArray(item.associations) ? item.associations : Object.values(recordOf(item.associations));
    return {
      ...version,
      associations: [...known, ...others.map((other) => ({ ...other, type: 'text', renditions: undefined }))],
    };
  });
}

/** Stands for the language of an item that does not name it. */
const OWN = '';

function itemIn(item: JsonRecord, language: string): JsonRecord {
  const plain = Object.entries(item).filter(([key]) => !FIELD.test(key));
  const own = Object.entries(item).flatMap(([key, value]) => {
    const { field, language: named } = FIELD.exec(key)?.groups ?? {};
    return field !== undefined && named === language ? [[field, value] as const] : [];
  });
  const lists = LISTS.filter((name) => Array.isArray(item[name])).map((name) => [
    name,
    listOf(item[name]).filter((entry) => (languageIn(entry) ?? language) === language),
  ]);
  const isOwn = own.length === 0 || language === textOf(item.language)?.toLowerCase();
  // A text of the item's own language is not that of another one.
  const kept = isOwn ? plain : plain.filter(([key]) => !/^body/.test(key) || key === 'bodies');
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(own),
    ...Object.fromEntries(lists),
    ...(language === OWN ? {} : { language }),
  };
}
