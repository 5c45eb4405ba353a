import { message } from '../../../preload/contract/messages.ts';
import { agencyTime, firstTime } from '../agencies/agency-time.ts';
import type { Problem } from '../dispatch.ts';
import { at, childrenOf, distinct, type MarkupElement, rawText } from '../markup/markup.ts';
import { textOrHtmlToBlocks, textOrHtmlToLine } from '../markup/plain-blocks.ts';
import { completeDraft, type Found, languageOf, note, urgencyOf, versionOf } from '../story/agency-draft.ts';
import type { Draft } from '../story/draft.ts';
import { notAStory, readEach, type Stories, xmlFormat } from '../story/xml-format.ts';

/** The Canadian Press's JIMI: `Publish` around content items. */
export const jimiReader = {
  name: 'jimi',
  isRoot: (name: string) => name === 'Publish',
  read: (root: MarkupElement): Stories => {
    const items = childrenOf(root, 'ContentItem');
    if (items.length === 0)
      return { drafts: [], problems: [notAStory(message('format.no-items', { format: 'JIMI' }))] };
    return readEach(items, (item, index) => readItem(item, index));
  },
} as const;

export const jimi = xmlFormat(jimiReader);

/** JIMI's codes of the service's two languages. */
const languages: Readonly<Record<string, string>> = { 1: 'en', 2: 'fr' };

function readItem(item: MarkupElement, index: number): Draft | Problem {
  const text = (name: string): string | undefined => textOrHtmlToLine(rawText(at(item, name)));
  const isOn = (name: string): boolean => text(name) === 'true';
  const source = text('Source') ?? text('Credit') ?? 'The Canadian Press';
  const time = firstTime([text('UpdatedDateTime'), text('CreatedDateTime')], source, 'cp');
  const embargoUntil = agencyTime(text('EmbargoTime'), source, 'cp').iso;
  const status = isOn('TrashFlag') ? 'killed' : isOn('HoldFlag') ? 'withheld' : embargoUntil ? 'embargoed' : 'usable';
  const body = textOrHtmlToBlocks(rawText(at(item, 'ContentText')));
  const type = text('ContentType')?.toLowerCase() ?? 'text';
  const illustrates = type !== 'text' && type !== 'composite';
  const lead = textOrHtmlToBlocks(rawText(at(item, 'DirectoryText')));
  const name = { format: 'JIMI', item: text('ContentItemID') ?? index + 1 };
  if (illustrates && body.length === 0 && lead.length === 0)
    return notAStory(message('item.media-only', { ...name, media: type }));
  const number = Number.parseInt(text('WritethruValue') ?? text('WritethruNum') ?? '0', 10) || 0;
  const updateNote = text('UpdateNote');
  return (
    completeDraft({
      guid: text('ContentItemID') ?? text('NewsCompID') ?? text('SystemSlug'),
      version: versionOf(text('AuthorVersion')) ?? number,
      headline: text('Headline') ?? text('Headline2'),
      subhead: text('Headline2') === text('Headline') ? undefined : text('Headline2'),
      slug: text('SlugProper') ?? text('FileName'),
      dateline: text('Placeline') ?? text('City'),
      byline: text('Byline'),
      categories: distinct([text('Category'), ...(text('IndexCode')?.split(',') ?? []).map((word) => word.trim())]),
      keywords: distinct((text('Keyword')?.split(/[,;]/) ?? []).map((word) => word.trim())),
      urgency: urgencyOf(text('RankingValue')),
      language: languages[text('Language') ?? ''] ?? languageOf(text('Language')),
      source,
      publishedAt: time.iso,
      publishedRaw: time.raw,
      status,
      embargoUntil,
      signal: illustrates
        ? 'advisory'
        : /correct/i.test(updateNote ?? '')
          ? 'correction'
          : number > 0
            ? 'update'
            : undefined,
      body: body.length > 0 ? body : lead,
      notes: note(status === 'killed' || status === 'withheld' ? 'reason' : 'editor', updateNote),
      warnings: time.warning ? [time.warning] : [],
    } satisfies Found) ?? notAStory(message('item.no-text', name))
  );
}
