import {
  at,
  attributeOf,
  childrenOf,
  distinct,
  find,
  findAll,
  lineText,
  type MarkupElement,
} from '../../markup/markup.ts';
import type { Facts } from '../../story/facts.ts';
import type { XmlShape } from '../generic/xml.ts';
import { sportsBlocks } from './tables.ts';

/** SportsML 2 and 3 of the IPTC, by itself: schedules, results and standings as tables. */
export const sportsml: XmlShape = {
  name: 'sportsml',
  label: 'SportsML',
  isRoot: (name) => name === 'sports-content' || name === 'sports-content-set',
  stories: (root) => {
    const all = root.name === 'sports-content' ? [root] : findAll(root, 'sports-content');
    return all.map((content, index) => ({
      item: attributeOf(at(content, 'sports-metadata'), 'doc-id') ?? index + 1,
      read: () => contentFacts(content),
    }));
  },
};

/** IPTC Subject Codes: the whole format is about sport. */
const SPORT = 'subj:15000000';

function contentFacts(content: MarkupElement): Facts {
  const meta = at(content, 'sports-metadata');
  const codes = findAll(meta, 'sports-content-code');
  const named = (type: RegExp) =>
    codes
      .filter((code) => type.test(attributeOf(code, 'code-type') ?? ''))
      .map((code) => ({
        name: attributeOf(code, 'code-name') ?? lineText(at(code, 'name')),
        code: attributeOf(code, 'code-key'),
      }));
  const league = named(/(?:^|:)league$/);
  const sports = named(/(?:^|:)sport$/).map(({ name }) => ({ name, code: SPORT }));
  const body = sportsBlocks(content);
  const title = lineText(at(meta, 'sports-title')) ?? lineText(find(content, 'sports-title'));
  const [first] = body;
  return {
    guid: attributeOf(meta, 'doc-id'),
    headline:
      title ?? (first?.type === 'table' ? first.caption : undefined) ?? league[0]?.name ?? attributeOf(meta, 'slug'),
    slug: attributeOf(meta, 'slug'),
    categories: sports.length > 0 ? sports : [{ code: SPORT }],
    keywords: distinct(
      [...league, ...named(/(?:^|:)(?:team|player|athlete|conference|tournament)$/)].map(({ name }) => name),
    ),
    language: attributeOf(meta, 'language') ?? attributeOf(content, 'xml:lang'),
    providers: [...named(/(?:^|:)publisher$/), ...named(/(?:^|:)distributor$/)].map(({ name }) => name),
    times: [attributeOf(meta, 'date-time')],
    notes: childrenOf(meta, 'advisory').map((note) => ({ text: lineText(note) })),
    body,
    isAgency: true,
  };
}
