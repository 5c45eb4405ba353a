import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  find,
  findAll,
  lineText,
  type MarkupElement,
  rawText,
} from '../markup/markup.ts';
import { blocksOf } from '../markup/markup-blocks.ts';
import { textOrHtmlToBlocks } from '../markup/plain-blocks.ts';
import { type Facts, filledFacts } from '../story/facts.ts';
import type { XmlShape } from './generic/xml.ts';
import { nitfFacts } from './nitf.ts';

/** AP's own envelope (APPL, ap.org/schemas/03/2005/appl): all fields of the story, and its text as NITF inside. */
export const appl: XmlShape = {
  name: 'appl',
  label: 'AP APPL',
  isRoot: (name, namespace) => name === 'Publication' && /ap\.org\/schemas/i.test(namespace),
  stories: (root) => [{ read: () => publicationFacts(root) }],
};

function publicationFacts(root: MarkupElement): Facts {
  const identification = at(root, 'Identification');
  const management = at(root, 'PublicationManagement');
  const line = (name: string) => lineText(at(root, 'NewsLines', name));
  const filing = at(root, 'FilingMetadata');
  const content = textOf(root);
  const nitf = find(content, 'nitf');
  const inner = nitf ? nitfFacts(nitf) : {};
  const title = line('ByLineTitle');
  const own: Facts = {
    guid: lineText(at(identification, 'ItemId')),
    number: lineText(at(identification, 'FriendlyKey')),
    version: lineText(at(identification, 'RecordSequenceNumber')),
    headline: line('HeadLine') ?? line('OriginalHeadLine') ?? line('Title'),
    subhead: line('ExtendedHeadLine') === line('HeadLine') ? undefined : line('ExtendedHeadLine'),
    slug: lineText(at(filing, 'SlugLine')) ?? line('KeywordLine'),
    byline: distinct([line('ByLine'), title]).join(', '),
    dateline: line('DateLine'),
    categories: distinct(
      findAll(root, 'SubjectClassification', 'Occurrence').map((found) => attributeOf(found, 'Value')),
    ),
    urgency: lineText(at(identification, 'Priority')),
    language: lineText(at(identification, 'DefaultLanguage')),
    providers: [lineText(at(root, 'AdministrativeMetadata', 'Provider')), line('CreditLine')],
    times: [utc(lineText(at(management, 'ArrivalDateTime'))), createdAt(at(management, 'FirstCreated'))],
    statusWord: lineText(at(management, 'Status')),
    releaseTime: utc(lineText(at(management, 'ReleaseDateTime'))),
    notes: childrenOf(management, 'Instruction').map((found) => ({ text: lineText(found) })),
    rights: [line('CopyrightLine')],
    isAgency: true,
  };
  const body = nitf || !content ? [] : textBlocks(content);
  return { assumed: { provider: 'AP' }, ...inner, ...filledFacts(own), ...(body.length > 0 ? { body } : {}) };
}

const textBlocks = (content: MarkupElement) =>
  childrenOf(content).length > 0 ? blocksOf(content.children) : textOrHtmlToBlocks(rawText(content));

/** The main text; without one, the caption of a picture or film. */
function textOf(root: MarkupElement): MarkupElement | undefined {
  const components = childrenOf(root, 'PublicationComponent');
  const main = components.find((component) => attributeOf(component, 'Role')?.toLowerCase() === 'main');
  const caption = components.find((component) => attributeOf(component, 'Role')?.toLowerCase() === 'caption');
  return [main, caption, ...components, root].flatMap(
    (found) => find(find(found, 'TextContentItem'), 'DataContent') ?? [],
  )[0];
}

/** APPL's times are in UTC, which they do not say. */
const utc = (time: string | undefined): string | undefined => (time && /T[\d:.]+$/.test(time) ? `${time}Z` : time);

function createdAt(element: MarkupElement | undefined): string | undefined {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((name) => attributeOf(element, name)?.padStart(2, '0'));
  const time = attributeOf(element, 'Time');
  return year && month && day && time ? `${year}-${month}-${day}T${time}Z` : undefined;
}
