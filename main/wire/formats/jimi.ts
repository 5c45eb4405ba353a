import { message } from '../../../preload/contract/messages.ts';
import type { Problem } from '../dispatch.ts';
import { at, childrenOf, type MarkupElement, rawText } from '../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../markup/plain-blocks.ts';
import type { Facts } from '../story/facts.ts';
import { notAStory } from '../story/reading.ts';
import type { XmlShape } from './generic/xml.ts';

/** The Canadian Press's JIMI: `Publish` around content items. */
export const jimi: XmlShape = {
  name: 'jimi',
  label: 'JIMI',
  isRoot: (name) => name === 'Publish',
  stories: (root) =>
    childrenOf(root, 'ContentItem').map((found, index) => {
      const item = textOf(found, 'ContentItemID') ?? index + 1;
      return { item, read: () => itemFacts(found, item) };
    }),
};

/** JIMI's codes of the service's two languages. */
const LANGUAGES: Readonly<Record<string, string>> = { 1: 'en', 2: 'fr' };

const textOf = (item: MarkupElement, name: string): string | undefined => textOrHtmlToLine(rawText(at(item, name)));

const wordsOf = (text: string | undefined): string[] => (text?.split(/[,;]/) ?? []).map((word) => word.trim());

function itemFacts(element: MarkupElement, item: string | number): Facts | Problem {
  const text = (field: string): string | undefined => textOf(element, field);
  const isOn = (field: string): boolean => text(field) === 'true';
  const content = textOrHtmlToBlocks(rawText(at(element, 'ContentText')));
  const body = content.length > 0 ? content : textOrHtmlToBlocks(rawText(at(element, 'DirectoryText')));
  const type = text('ContentType')?.toLowerCase() ?? 'text';
  const illustrates = type !== 'text' && type !== 'composite';
  if (illustrates && body.length === 0)
    return notAStory(message('item.media-only', { format: 'JIMI', item, media: type }));
  const writethru = Number.parseInt(text('WritethruValue') ?? text('WritethruNum') ?? '0', 10) || 0;
  const updateNote = text('UpdateNote');
  return {
    guid: text('ContentItemID') ?? text('NewsCompID') ?? text('SystemSlug'),
    version: text('AuthorVersion') ?? writethru,
    headline: text('Headline') ?? text('Headline2'),
    subhead: text('Headline2') === text('Headline') ? undefined : text('Headline2'),
    slug: text('SlugProper') ?? text('FileName'),
    dateline: text('Placeline') ?? text('City'),
    place: text('City'),
    byline: text('Byline'),
    categories: [text('Category'), ...wordsOf(text('IndexCode'))],
    keywords: wordsOf(text('Keyword')),
    urgency: text('RankingValue'),
    language: LANGUAGES[text('Language') ?? ''] ?? text('Language'),
    providers: [text('Source'), text('Credit')],
    assumed: { provider: 'The Canadian Press' },
    clocks: ['The Canadian Press'],
    times: [text('UpdatedDateTime'), text('CreatedDateTime')],
    statusWord: isOn('TrashFlag') ? 'killed' : isOn('HoldFlag') ? 'withheld' : undefined,
    releaseTime: text('EmbargoTime'),
    signals: [/correct/i.test(updateNote ?? '') ? 'correction' : undefined, writethru > 0 ? 'update' : undefined],
    isNotice: illustrates,
    body,
    notes: [{ text: updateNote }],
    isAgency: true,
  };
}
