import { message } from '../../../preload/contract/messages.ts';
import { type Block, blockText, type Note, type Problem, type Teaser } from '../dispatch.ts';
import { htmlToBlocks } from '../markup/html-blocks.ts';
import { firstText, isRecord, type JsonRecord, listOf, namesIn, recordOf, textOf } from '../markup/json-value.ts';
import { distinct, oneLine } from '../markup/markup.ts';
import { textOrHtmlToLine, textToBlocks } from '../markup/plain-blocks.ts';
import { bodyText } from '../normalise.ts';
import { deskName } from '../story/desks.ts';
import type { Facts, FoundNote } from '../story/facts.ts';
import { noteKind } from '../story/notes.ts';
import { notAStory } from '../story/reading.ts';
import { statusOf } from '../story/words.ts';
import type { JsonShape } from './generic/json.ts';

const LABEL = 'digitalwires';

/** dpa digitalwires 0.9 (field list of github.com/dpa-newslab): one entry, a list of them, or a wrapper with `entries`. */
export const digitalwires: JsonShape = {
  name: 'digitalwires',
  label: LABEL,
  claims: (value) => entriesOf(value).some(isEntry),
  stories: (value) =>
    entriesOf(value).map((entry, index) => {
      const item = textOf(recordOf(entry).urn) ?? index + 1;
      return { item, read: () => readEntry(entry, item) };
    }),
};

function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isEntry(value)) return [value];
  const record = recordOf(value);
  return [record.entries, record.items].find(Array.isArray) ?? [];
}

const isEntry = (value: unknown): boolean =>
  isRecord(value) &&
  (textOf(value.format)?.startsWith('digitalwires') === true ||
    ('entry_id' in value && ('urn' in value || 'article_html' in value)));

function readEntry(value: unknown, item: string | number): Facts | Problem {
  const entry = recordOf(value);
  if (!isEntry(value)) return notAStory(message('item.other-format', { format: LABEL, item }));
  const media = distinct(listOf(entry.associations).map((found) => textOf(recordOf(found).type)));
  const text = [textOf(entry.article_html), textOf(entry.infobox_html)].flatMap((html) =>
    html ? htmlToBlocks(html) : [],
  );
  const illustrates = text.length === 0 && textOf(entry.article_html) === undefined && media.length > 0;
  const body = illustrates ? captionsOf(entry) : text;
  if (illustrates && body.length === 0 && statusOf(textOf(entry.pubstatus)) === 'usable')
    return notAStory(message('item.media-only', { format: LABEL, item, media: media.join(', ') }));
  const genres = namesIn(entry.genre_names);
  const notes = notesOf(entry);
  // Planners and programmes are sent like stories: only the genre shows it.
  const isPlanner = genres.some((genre) => /vorschau|planung|hinweis|programm|impressum/i.test(genre));
  return {
    guid: firstText(entry.urn, entry.entry_id),
    version: textOf(entry.version),
    headline: textOf(entry.headline),
    kicker: textOf(entry.kicker),
    subhead: textOf(entry.subhead) ?? freshTeaser(entry, body),
    dateline: textOf(entry.dateline),
    byline: textOf(entry.byline),
    categories: categoriesOf(entry),
    keywords: keywordsOf(entry),
    urgency: textOf(entry.urgency),
    language: textOf(entry.language),
    providers: providersOf(entry),
    assumed: { provider: 'dpa' },
    clocks: ['dpa'],
    times: [entry.version_created, entry.content_created, entry.updated].map(textOf),
    statusWord: textOf(entry.pubstatus),
    releaseTime: textOf(entry.embargoed),
    signals: [textOf(entry.signal), notes.some((note) => CORRECTS.test(note.text ?? '')) ? 'correction' : undefined],
    genres,
    isNotice: illustrates || isPlanner,
    body,
    notes,
    rights: [textOf(entry.copyrightnotice)],
    related: linksOf(entry),
    isAgency: true,
  };
}

/** `Eds: CORRECTS: ferry, not bridge.` */
const CORRECTS = /^(?:eds:\s*)?(?:corrects|correction|korrigiert|berichtigt)\b/iu;

/** dpa is the provider of what others send through it: their name is in the credit line. */
function providersOf(entry: JsonRecord): readonly (string | undefined)[] {
  const [provider] = termsOf(entry, 'provider');
  const [infosource] = termsOf(entry, 'infosource');
  const isOwn = /^urn:newsml:dpa\./iu.test(textOf(entry.urn) ?? 'urn:newsml:dpa.com');
  const credit = textOf(entry.creditline);
  return isOwn ? [provider, credit, infosource] : [credit, infosource, provider];
}

/** Names of one type in the list of all terms, without one-letter codes. */
const termsOf = (entry: JsonRecord, type: string): string[] =>
  listOf(entry.categories)
    .map(recordOf)
    .filter((term) => textOf(term.type) === `dnltype:${type}`)
    .flatMap((term) => namesIn(term))
    .filter((name) => name.length > 1);

/** From dpa's ready lists of names; entries of other agencies have only the terms. */
const isReady = (entry: JsonRecord): boolean => 'desk_names' in entry || 'rubric_names' in entry;

const categoriesOf = (entry: JsonRecord): (string | undefined)[] =>
  isReady(entry)
    ? [...namesIn(entry.desk_names).map(deskName), ...namesIn(entry.rubric_names), ...namesIn(entry.dpasubject_names)]
    : [...termsOf(entry, 'desk').map(deskName), ...termsOf(entry, 'subject')];

/** The places a story is about are keywords. */
const keywordsOf = (entry: JsonRecord): string[] =>
  isReady(entry)
    ? namesIn(entry.keyword_names)
    : [...namesIn(entry.keyword_names), ...termsOf(entry, 'keyword'), ...termsOf(entry, 'geosubject')];

/** The teaser, unless it repeats the text. */
function freshTeaser(entry: JsonRecord, body: readonly Block[]): string | undefined {
  const teaser = textOrHtmlToLine(textOf(entry.teaser));
  const start = teaser?.slice(0, 40) ?? '';
  return body.some((block) => blockText(block).includes(start)) ? undefined : teaser;
}

/** Notes by role, and from the notepad, which repeats them, only what they lack. */
function notesOf(entry: JsonRecord): FoundNote[] {
  const parts = listOf(entry.ednotes)
    .map(recordOf)
    .map((part): FoundNote => {
      const constraint = part.is_publishable === false ? 'nonpublic ' : '';
      return {
        text: textOrHtmlToLine(firstText(part.ednote, part.text, part.note)),
        role: `${constraint}${textOf(part.role) ?? ''}`,
      };
    });
  const kinds = parts.filter((part) => part.text).map((part) => noteKind(part, false));
  const notepad = recordOf(entry.notepad);
  const section = (html: unknown, kind?: Note['kind']): FoundNote[] => {
    const text = bodyText(htmlToBlocks(textOf(html) ?? '')).trim();
    const isRepeated = parts.some((part) => part.text?.includes(oneLine(text) ?? text));
    return text && !isRepeated ? [{ kind, text }] : [];
  };
  return [
    ...parts,
    ...(kinds.includes('contact') || kinds.includes('nonpublic') ? [] : section(notepad.nonpublic_html, 'nonpublic')),
    ...(kinds.includes('correction') ? [] : section(notepad.public_html)),
    { text: textOf(entry.autopublishnotice), kind: 'editor' },
  ];
}

/** Captions and descriptions of pictures and sound, for entries that have no other text. */
function captionsOf(entry: JsonRecord): Block[] {
  const descriptions = listOf(entry.descriptions).map((found) =>
    firstText(recordOf(found).description, recordOf(found).value),
  );
  const captions = listOf(entry.associations).map((found) => textOf(recordOf(found).caption));
  return distinct([...descriptions, ...captions]).flatMap((text) => textToBlocks(text));
}

/** The box of links below the text, which are pages, not dispatches. */
function linksOf(entry: JsonRecord): Teaser[] {
  const blocks = htmlToBlocks(textOf(entry.linkbox_html) ?? '');
  const lines = blocks.flatMap((block) =>
    block.type === 'list'
      ? block.items.map((item) => item.text)
      : 'text' in block && block.type !== 'heading'
        ? [block.text]
        : [],
  );
  return lines.map((text) => ({ text, certain: true }));
}
