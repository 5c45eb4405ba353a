import { message } from '../../../preload/contract/messages.ts';
import { agencyTime, firstTime } from '../agencies/agency-time.ts';
import type { Block, Note, Problem, Teaser } from '../dispatch.ts';
import { htmlToBlocks } from '../markup/html-blocks.ts';
import { firstText, isRecord, type JsonRecord, listOf, namesIn, recordOf, textOf } from '../markup/json-value.ts';
import { distinct, oneLine } from '../markup/markup.ts';
import { textOrHtmlToLine, textToBlocks } from '../markup/plain-blocks.ts';
import { bodyText } from '../normalise.ts';
import {
  completeDraft,
  distinctNotes,
  languageOf,
  note,
  providerName,
  signalOf,
  signalOfWords,
  statusOf,
  urgencyOf,
  versionOf,
} from '../story/agency-draft.ts';
import type { Draft } from '../story/draft.ts';
import { embargoTimeIn } from '../story/embargo.ts';
import { deskName } from '../story/iptc-subjects.ts';
import { type JsonReader, jsonFormat } from '../story/json-document.ts';
import { notAStory, readEach } from '../story/xml-format.ts';
import { noteKind } from './newsmlg2/notes.ts';

/** dpa digitalwires 0.9 (field list of github.com/dpa-newslab): one entry, a list of them, or a wrapper with `entries`. */
export const digitalwiresReader: JsonReader = {
  name: 'digitalwires',
  keys: /"digitalwires@|"entry_id"\s*:/,
  claims: (value) => entriesOf(value).some(isEntry),
  read: (value) => readEach(entriesOf(value), readEntry),
};

export const digitalwires = jsonFormat(digitalwiresReader);

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

function readEntry(value: unknown, index: number): Draft | Problem {
  const entry = recordOf(value);
  if (!isEntry(value)) return notAStory(message('item.other-format', { format: 'digitalwires', item: index + 1 }));
  const media = distinct(listOf(entry.associations).map((found) => textOf(recordOf(found).type)));
  const text = [textOf(entry.article_html), textOf(entry.infobox_html)].flatMap((html) =>
    html ? htmlToBlocks(html) : [],
  );
  const illustrates = text.length === 0 && textOf(entry.article_html) === undefined && media.length > 0;
  const body = illustrates ? captionsOf(entry) : text;
  const status = statusOf(textOf(entry.pubstatus));
  const name = { format: 'digitalwires', item: textOf(entry.urn) ?? index + 1 };
  if (illustrates && body.length === 0 && status === 'usable')
    return notAStory(message('item.media-only', { ...name, media: media.join(', ') }));
  return (
    completeDraft({ ...factsOf(entry, status), body, ...(illustrates ? { signal: 'advisory' } : {}) }) ??
    notAStory(message('item.no-text', name))
  );
}

function factsOf(
  entry: JsonRecord,
  status: ReturnType<typeof statusOf>,
): Omit<Draft, 'body' | 'headline'> & { headline?: string | undefined } {
  const source = sourceOf(entry);
  const time = firstTime([entry.version_created, entry.content_created, entry.updated].map(textOf), source, 'dpa');
  const held = status === 'killed' || status === 'withheld';
  const notes = notesOf(entry, held);
  const embargoNote = notes.find((found) => found.kind === 'embargo')?.text;
  const embargoUntil =
    agencyTime(textOf(entry.embargoed), source, 'dpa').iso ?? embargoTimeIn(embargoNote, source, time.iso);
  const genres = namesIn(entry.genre_names);
  // Planners and programmes are sent like stories; their genre tells.
  const planner = genres.some((genre) => /vorschau|planung|hinweis|programm|impressum/i.test(genre));
  return {
    guid: firstText(entry.urn, entry.entry_id),
    version: versionOf(textOf(entry.version)),
    headline: textOf(entry.headline),
    kicker: textOf(entry.kicker),
    subhead: textOf(entry.subhead),
    dateline: textOf(entry.dateline),
    byline: textOf(entry.byline),
    categories: distinct([
      ...namesIn(entry.desk_names).map(deskName),
      ...namesIn(entry.rubric_names),
      ...namesIn(entry.dpasubject_names),
    ]),
    keywords: distinct(namesIn(entry.keyword_names)),
    urgency: urgencyOf(textOf(entry.urgency)),
    language: languageOf(textOf(entry.language)),
    source,
    publishedAt: time.iso,
    publishedRaw: time.raw,
    status: held ? status : embargoUntil || embargoNote ? 'embargoed' : 'usable',
    embargoUntil,
    signal: planner ? 'advisory' : (signalOf([textOf(entry.signal)]) ?? signalOfWords(...genres)),
    notes,
    related: linksOf(entry),
    warnings: time.warning ? [time.warning] : [],
  };
}

function sourceOf(entry: JsonRecord): string {
  const categories = listOf(entry.categories).map(recordOf);
  const ofType = (type: string) =>
    textOf(categories.find((category) => textOf(category.type) === `dnltype:${type}`)?.name);
  return [ofType('provider'), textOf(entry.creditline), ofType('infosource')].map(providerName).find(Boolean) ?? 'dpa';
}

function notesOf(entry: JsonRecord, held: boolean): Note[] {
  const parts = listOf(entry.ednotes)
    .map(recordOf)
    .flatMap((part): Note[] => {
      const text = textOrHtmlToLine(firstText(part.ednote, part.text, part.note));
      if (!text) return [];
      return [
        {
          kind: noteKind(textOf(part.role), text, held, part.is_publishable === false ? 'nonpublic' : undefined),
          text,
        },
      ];
    });
  const notepad = recordOf(entry.notepad);
  const section = (kind: Note['kind'], html: unknown): Note[] => {
    const text = bodyText(htmlToBlocks(textOf(html) ?? '')).trim();
    return text && !parts.some((part) => part.text.includes(oneLine(text) ?? text)) ? [{ kind, text }] : [];
  };
  const hasContacts = parts.some((part) => part.kind === 'contact' || part.kind === 'nonpublic');
  return distinctNotes([
    ...parts,
    ...(hasContacts ? [] : section('nonpublic', notepad.nonpublic_html)),
    ...(parts.some((part) => part.kind === 'correction' || part.kind === 'reason')
      ? []
      : section('editor', notepad.public_html)),
    ...note('editor', textOf(entry.autopublishnotice)),
    ...note('copyright', textOf(entry.copyrightnotice)),
  ]);
}

/** Captions and descriptions of pictures and sound, for entries that have no other text. */
function captionsOf(entry: JsonRecord): Block[] {
  const descriptions = listOf(entry.descriptions).map((found) =>
    firstText(recordOf(found).description, recordOf(found).value),
  );
  const captions = listOf(entry.associations).map((found) => textOf(recordOf(found).caption));
  return distinct([...descriptions, ...captions]).flatMap((text) => textToBlocks(text));
}

/** The box of links under the text: pages, not dispatches. */
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
