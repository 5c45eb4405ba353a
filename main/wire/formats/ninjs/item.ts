import type { Block, Reference, Teaser } from '../../dispatch.ts';
import { htmlToBlocks } from '../../markup/html-blocks.ts';
import { firstText, type JsonRecord, listOf, lowerKeys, namesIn, recordOf, textOf } from '../../markup/json-value.ts';
import { attributeOf, type MarkupElement } from '../../markup/markup.ts';
import { looksLikeHtml, textOrHtmlToBlocks, textOrHtmlToLine, textToBlocks } from '../../markup/plain-blocks.ts';
import type { Facts, Subject } from '../../story/facts.ts';

/** The facts of a ninjs item and its type (`text` if it names none). Keys are compared ignoring case. */
export function itemFacts(value: unknown): { facts: Facts; type: string } {
  const item = lowerKeys(value);
  const type = textOf(item.type)?.toLowerCase() ?? 'text';
  const guid = firstText(item.uri, item.guid);
  const body = bodyOf(item);
  const updated = firstText(item.evolvedfrom);
  const references: Reference[] = updated ? [{ relation: 'updates', id: updated }] : [];
  const facts: Facts = {
    guid,
    number: roleText(item.altids, /^number$/),
    version: textOf(item.version),
    headline: textOrHtmlToLine(
      rolled(item, 'headline', /^(?!.*(?:sub|kicker|vignette|seo|short))/) ?? textOf(item.title),
    ),
    kicker: textOrHtmlToLine(roleText(item.headlines, /kicker|vignette|overline/) ?? textOf(item.kicker)),
    subhead: textOrHtmlToLine(roleText(item.headlines, /sub/)) ?? abstractOf(item.abstract),
    slug: textOrHtmlToLine(firstText(item.slugline, item.slug)),
    byline: textOrHtmlToLine(firstText(item.byline, item.by)) ?? (namesIn(item.authors).join(', ') || undefined),
    dateline: firstText(item.dateline, recordOf(item.dateline).text, item.located) ?? namesIn(item.located)[0],
    categories: categoriesOf(item),
    keywords: keywordsOf(item.keywords),
    urgency: firstText(item.urgency, item.priority),
    language: textOf(item.language),
    providers: providersOf(item, guid),
    clocks: namesIn(item.copyrightholder),
    times: [item.versioncreated, item.contentcreated, item.firstcreated, item.contentmodified].map(textOf),
    statusWord: firstText(item.pubstatus, item.state),
    releaseTime: firstText(item.embargoed, item.embargoeduntil),
    signals: [...namesIn(item.signals), ...namesIn(item.signal), type],
    body: body.length > 0 ? body : descriptionOf(item),
    notes: [{ text: textOrHtmlToLine(textOf(item.ednote)) }, { kind: 'nonpublic', text: textOf(item.sign_off) }],
    rights: [textOf(item.copyrightnotice), textOf(item.usageterms)],
    related: relatedOf(item.associations),
    references,
    isAgency: true,
  };
  return { facts, type };
}

/** Superdesk's summary of a text; elsewhere the field holds a code. */
function abstractOf(value: unknown): string | undefined {
  const text = textOrHtmlToLine(textOf(value));
  return text?.includes(' ') ? text : undefined;
}

function providersOf(item: JsonRecord, guid: string | undefined): readonly (string | undefined)[] {
  const urnProvider = /^urn:newsml:(?:www\.)?([\w.-]+)/.exec(guid ?? '')?.[1];
  return [
    feedProvider(textOf(item['source-feed'])),
    textOf(item.source),
    textOf(item.provider),
    ...namesIn(item.infosources, 'name', 'literal'),
    ...namesIn(item.infosource, 'name', 'literal'),
    textOf(item.copyrightholder),
    urnProvider,
    /^https?:/i.test(guid ?? '') ? guid : undefined,
    // tag URI (RFC 4151): the authority.
    /^tag:([\w.-]+\.[a-z]{2,}),/i.exec(guid ?? '')?.[1],
  ];
}

/** Fingerpost names the feed of an agency: `PA_API`. */
const feedProvider = (feed: string | undefined): string | undefined => feed?.replace(/[_-](?:API|FEED|WIRES?)$/iu, '');

/** Names, or one text of several words: `politics+sample`. */
const keywordsOf = (value: unknown): string[] =>
  typeof value === 'string' ? value.split(/[+;,]/).map((word) => word.trim()) : namesIn(value);

/** A text from 1.x (`headline`), or from the list with roles of 2.x and 3.x (`headlines[]`). */
function rolled(item: JsonRecord, name: string, role: RegExp): string | undefined {
  return textOf(item[name]) ?? roleText(item[`${name}s`], /^(?:main|headline)?$/) ?? roleText(item[`${name}s`], role);
}

function roleText(list: unknown, role: RegExp): string | undefined {
  const entry = listOf(list)
    .map(lowerKeys)
    .find((found) => role.test(textOf(found.role)?.toLowerCase() ?? ''));
  return textOf(entry?.value);
}

interface Version {
  readonly type: string;
  readonly role: string;
  readonly text: string;
}

/** Every version of the text: `body_html` and the like of 1.x, `bodies[]` of 2.x and 3.x. */
function versionsOf(item: JsonRecord, single: RegExp, list: unknown): Version[] {
  const named = Object.entries(item).flatMap(([key, value]) => {
    const type = single.exec(key)?.[1];
    const text = textOf(value);
    return type !== undefined && text ? [{ type, role: '', text }] : [];
  });
  const listed = listOf(list)
    .map(lowerKeys)
    .flatMap((entry) => {
      const text = textOf(entry.value);
      return text
        ? [
            {
              type: `${textOf(entry.contenttype) ?? ''} ${textOf(entry.role) ?? ''}`.toLowerCase(),
              role: textOf(entry.role)?.toLowerCase() ?? '',
              text,
            },
          ]
        : [];
    });
  return [...named, ...listed];
}

/** The best version: HTML, which has paragraphs and links, then plain text, then agency XML. */
function bodyOf(item: JsonRecord): Block[] {
  const versions = versionsOf(item, /^body_?(.*)$/, item.bodies);
  const part = ({ role }: Version) => (/^(?:main|body|text|)$/.test(role) ? 0 : 10);
  const rank = (version: Version) =>
    part(version) + (/html/.test(version.type) ? 0 : /xml|nitf/.test(version.type) ? 2 : 1);
  for (const { type, text } of versions.sort((a, b) => rank(a) - rank(b))) {
    const blocks =
      /html/.test(type) && looksLikeHtml(text)
        ? htmlToBlocks(text, { without: pageFurniture })
        : textOrHtmlToBlocks(text);
    if (blocks.length > 0) return blocks;
  }
  return [];
}

/** TT repeats section and source above the text. */
const pageFurniture = (element: MarkupElement): boolean =>
  /(?:^|\s)(?:dat|vignette|footer)(?:\s|$)/.test(attributeOf(element, 'class') ?? '');

function descriptionOf(item: JsonRecord): Block[] {
  const [first] = versionsOf(item, /^description_?(.*)$/, item.descriptions);
  if (!first) return [];
  return looksLikeHtml(first.text) ? htmlToBlocks(first.text) : textToBlocks(first.text);
}

function categoriesOf(item: JsonRecord): (string | Subject)[] {
  const subjects = [...listOf(item.subject), ...listOf(item.subjects)].map(lowerKeys);
  const named = subjects.map((subject) => ({
    name: textOf(subject.name),
    code: firstText(subject.code, subject.literal, subject.qcode),
  }));
  const sections = [item.service, item.anpa_category, item.sections, item.category, item.categories].flatMap((list) =>
    namesIn(list, 'name', 'literal'),
  );
  return [...sections, ...named];
}

/** Associated stories; pictures and films of this one are left out. */
function relatedOf(associations: unknown): Teaser[] {
  const entries = Array.isArray(associations) ? associations : Object.values(recordOf(associations));
  return entries.map(lowerKeys).flatMap((entry): Teaser[] => {
    if (!/^(?:text|composite|)$/.test(textOf(entry.type)?.toLowerCase() ?? '') || entry.renditions) return [];
    const dispatchId = firstText(entry.uri, entry.guid);
    const text = textOrHtmlToLine(rolled(entry, 'headline', /./)) ?? dispatchId;
    return text ? [{ text, certain: true, ...(dispatchId ? { dispatchId } : {}) }] : [];
  });
}
