import { message } from '../../../preload/contract/messages.ts';
import { firstTime } from '../agencies/agency-time.ts';
import type { Problem, Reference, Teaser } from '../dispatch.ts';
import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  findAll,
  lineText,
  type MarkupElement,
  rawText,
} from '../markup/markup.ts';
import { blocksOf } from '../markup/markup-blocks.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../markup/plain-blocks.ts';
import {
  completeDraft,
  type Found,
  languageOf,
  note,
  signalOf,
  statusOf,
  urgencyOf,
  versionOf,
} from '../story/agency-draft.ts';
import type { Draft } from '../story/draft.ts';
import { notAStory, readEach, xmlFormat } from '../story/xml-format.ts';

/** Ritzau's RBNews, single or several in an `XMLNewsQueuedResponse`. */
export const ritzauReader = {
  name: 'ritzau',
  isRoot: (name: string) => /^(?:RBNews|XMLNewsQueuedResponse|ArrayOfRBNews)$/.test(name),
  read: (root: MarkupElement) => readEach(findAll(root, 'RBNews'), readNews),
} as const;

export const ritzau = xmlFormat(ritzauReader);

const isTrue = (text: string | undefined): boolean => /^(?:true|1)$/i.test(text ?? '');

function readNews(news: MarkupElement, index: number): Draft | Problem {
  const text = (name: string): string | undefined => {
    const element = at(news, name);
    return attributeOf(element, 'nil') === 'true' ? undefined : textOrHtmlToLine(rawText(element));
  };
  const origin = text('origin')?.replace(/^\W+|\W+$/g, '') || 'ritzau';
  const time = firstTime([text('PublishDate'), text('CreatedDate')], origin, 'ritzau');
  const killed = isTrue(text('Annuleret'));
  const toDesks = text('TilRedaktionen');
  return (
    completeDraft({
      guid: text('NewsID') ?? text('HistID'),
      version: versionOf(text('version')),
      headline: text('headline'),
      subhead: text('subtitle'),
      slug: text('strapline'),
      dateline: datelineOf(text('town'), text('origin')),
      byline: text('byLine'),
      categories: distinct([text('section'), ...namesBelow(at(news, 'IPTCList'))]),
      keywords: namesBelow(at(news, 'SubjectKeyword')),
      urgency: urgencyOf(text('Priority')),
      language: languageOf(text('language') ?? 'da'),
      source: origin,
      publishedAt: time.iso,
      publishedRaw: time.raw,
      status: killed ? 'killed' : statusOf(text('Status')),
      signal: signalFrom(text),
      body: bodyOf(at(news, 'content')),
      notes: [
        ...note(killed ? 'reason' : 'editor', toDesks),
        ...note('contact', distinct([text('byLineEmail'), text('byLinePhone')]).join(', ')),
      ],
      related: relatedOf(at(news, 'Related')),
      refersTo: referencesOf(text, killed),
      warnings: time.warning ? [time.warning] : [],
    } satisfies Found) ?? notAStory(message('item.no-text', { format: 'RBNews', item: index + 1 }))
  );
}

/** Place and sign as the text would open with them: `Haag /ritzau/`. */
function datelineOf(town: string | undefined, origin: string | undefined): string | undefined {
  return town ? distinct([town, origin?.startsWith('/') ? origin : undefined]).join(' ') : undefined;
}

function signalFrom(text: (name: string) => string | undefined): Found['signal'] {
  if (isTrue(text('Korrektion'))) return 'correction';
  if (isTrue(text('NyVersion'))) return 'update';
  return isTrue(text('InfoFlash')) ? 'flash' : signalOf([text('format')]);
}

function referencesOf(text: (name: string) => string | undefined, killed: boolean): Reference[] | undefined {
  const relation = killed ? 'kills' : isTrue(text('Korrektion')) ? 'corrects' : 'updates';
  const ids = distinct([text('replacedID'), text('Replaces')]).filter((id) => id !== '0' && id !== text('NewsID'));
  return ids.length > 0 ? ids.map((id) => ({ relation, id })) : undefined;
}

/** The HTML stands as text that was escaped once or twice, or as elements. */
function bodyOf(content: MarkupElement | undefined): Found['body'] {
  if (!content) return [];
  return childrenOf(content).length > 0 ? blocksOf(content.children) : textOrHtmlToBlocks(rawText(content));
}

/** The names in a list: words by themselves, or entries with a name. */
function namesBelow(list: MarkupElement | undefined): string[] {
  return distinct(
    childrenOf(list).map((entry) => lineText(at(entry, 'name')) ?? lineText(at(entry, 'Name')) ?? lineText(entry)),
  );
}

function relatedOf(list: MarkupElement | undefined): Teaser[] {
  return childrenOf(list).flatMap((entry): Teaser[] => {
    const dispatchId = lineText(at(entry, 'NewsID'));
    const text = lineText(at(entry, 'headline')) ?? lineText(entry);
    return text ? [{ text, certain: true, ...(dispatchId ? { dispatchId } : {}) }] : [];
  });
}
