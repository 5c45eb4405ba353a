import type { Dispatch } from '../contract/contract.ts';
import type { ExportContext, Exported } from './context.ts';
import { bodyOf } from './lines.ts';
import { blockMarkup, escaped, NITF } from './markup.ts';

/**
 * A dispatch as NITF 3.6 (iptc.org/std/NITF), the order of elements as its DTD has it; the agency's notes to the desk, own tags
 * and notes stay here. A document has one dispatch: the first is written.
 */
export const nitf = ([item]: readonly Exported[], context: ExportContext): string =>
  item ? document(item.dispatch, context) : '';

/** `management-status` of a status (NITF 3.6, docdata). */
const STATUS = { usable: 'usable', embargoed: 'embargoed', withheld: 'withheld', killed: 'canceled' } as const;

function document(dispatch: Dispatch, context: ExportContext): string {
  const { headline, subhead, kicker, number, byline, dateline, source, language } = dispatch;
  const head = [
    `<title>${escaped(headline)}</title>`,
    ...optional(number, (it) => `<meta name="anpa-sequence" content="${it}"/>`),
    ...optional(kicker, (it) => `<meta name="kicker" content="${it}"/>`),
    '<tobject tobject.type="news"/>',
    docdata(dispatch),
  ];
  const bodyHead = [
    `<hedline><hl1>${escaped(headline)}</hl1>${optional(subhead, (it) => `<hl2>${it}</hl2>`).join('')}</hedline>`,
    ...optional(byline, (it) => `<byline>${it}</byline>`),
    ...optional(source, (it) => `<distributor>${it}</distributor>`),
    ...optional(dateline, (it) => `<dateline><location>${it}</location></dateline>`),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<nitf version="-//IPTC//DTD NITF 3.6//EN"${optional(language, (it) => ` xml:lang="${it}"`).join('')}>
<head>
${head.join('\n')}
</head>
<body>
<body.head>
${bodyHead.join('\n')}
</body.head>
<body.content>
${bodyOf(dispatch, context)
  .map((block) => blockMarkup(block, NITF))
  .join('\n')}
</body.content>
</body>
</nitf>
`;
}

function docdata(dispatch: Dispatch): string {
  const { id, version, status, urgency, publishedAt, embargoUntil, source, slug, categories, keywords, rights } =
    dispatch;
  const parts = [
    `<doc-id id-string="${escaped(id)}"${optional(source, (it) => ` regsrc="${it}"`).join('')}/>`,
    `<urgency ed-urg="${urgency}"/>`,
    `<date.issue norm="${basicTime(publishedAt)}"/>`,
    ...optional(embargoUntil && basicTime(embargoUntil), (it) => `<date.release norm="${it}"/>`),
    ...categories.map((name) => `<doc-scope scope="${escaped(name)}"/>`),
    `<du-key${version > 0 ? ` version="${version}"` : ''}${optional(slug, (it) => ` key="${it}"`).join('')}/>`,
    ...optional(source, (it) => `<doc.copyright holder="${it}"/>`),
    ...optional(rights, (it) => `<doc.rights info="${it}"/>`),
    keywords.length > 0
      ? `<key-list>${keywords.map((word) => `<keyword key="${escaped(word)}"/>`).join('')}</key-list>`
      : '',
  ];
  return `<docdata management-status="${STATUS[status]}">\n${parts.filter(Boolean).join('\n')}\n</docdata>`;
}

const optional = (value: string | undefined, write: (escapedValue: string) => string): string[] =>
  value ? [write(escaped(value))] : [];

/** The basic format of ISO 8601 that NITF's `norm` has: 20251110T101500Z. */
const basicTime = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : `${new Date(iso).toISOString().replace(/[-:]|\.\d+/g, '')}`;
