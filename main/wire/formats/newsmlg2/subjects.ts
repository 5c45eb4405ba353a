import { at, attributeOf, childrenOf, findAll, lineText, type MarkupElement } from '../../markup/markup.ts';
import { deskName } from '../../story/desks.ts';
import type { Subject } from '../../story/facts.ts';
import { topicOfCode, topicOfIptc } from '../../story/topic-codes.ts';
import { subjectName } from '../../story/topics.ts';
import { ownLanguageFirst } from './language.ts';

/** NewsML-G2, subject: its kind by QCode (`type="cpnat:abstract"`) or by address (`typeuri`). */
const kindOf = (subject: MarkupElement): string =>
  attributeOf(subject, 'type') ?? attributeOf(subject, 'typeuri') ?? '';

/** Subjects that are topics, not places, persons or organisations. The desk's own category comes first. */
export function categoriesOf(
  item: MarkupElement,
  header: MarkupElement | undefined,
  language: string | undefined,
): Subject[] {
  const subjects = childrenOf(at(item, 'contentMeta'), 'subject').filter(
    (subject) => kindOf(subject) === '' || /abstract|category|cptype:cat|subject|department/i.test(kindOf(subject)),
  );
  const isDesk = (subject: MarkupElement) => /category|department/i.test(kindOf(subject));
  const ordered = [...subjects.filter(isDesk), ...subjects.filter((subject) => !isDesk(subject))];
  const schemes = schemesOf(item, header);
  const linked = findAll(at(item, 'itemMeta', 'links'), 'link').filter((link) =>
    DESK.test(attributeOf(link, 'type') ?? ''),
  );
  const named = ordered.map((subject) => {
    // `Transport\Shipping`: the path to a term.
    const name = lineText(ownLanguageFirst(childrenOf(subject, 'name'), language)[0])
      ?.split('\\')
      .at(-1);
    const literal = attributeOf(subject, 'type') === 'cptype:cat' ? attributeOf(subject, 'literal') : undefined;
    return { name: deskName(name ?? literal), code: topicCode(subject, schemes) };
  });
  return [...linked.map((link) => ({ name: attributeOf(link, 'title') })), ...named];
}

/** Infomaker and Naviga: links to sections and categories. */
const DESK = /^x-im\/(?:mainsection|section|category|topic|subject)$/;

/** Addresses of vocabularies by their prefixes, as far as the file declares them (NewsML-G2, catalog/scheme). */
function schemesOf(item: MarkupElement, header: MarkupElement | undefined): ReadonlyMap<string, string> {
  const catalogs = [...childrenOf(header, 'catalog'), ...childrenOf(item, 'catalog')];
  return new Map(
    catalogs
      .flatMap((catalog) => childrenOf(catalog, 'scheme'))
      .map((scheme) => [attributeOf(scheme, 'alias') ?? '', attributeOf(scheme, 'uri') ?? '']),
  );
}

/** The Media Topics and the Subject Codes of the IPTC (cv.iptc.org/newscodes), whose numbers have the same meaning. */
const TOPIC = /^https?:\/\/cv\.iptc\.org\/newscodes\/(?:mediatopic|subjectcode)\/(?<code>\d{8})\/?$/;

/**
 * The code of the IPTC that a subject has, else that of a known scheme of an agency (`N2:POL`). A prefix is assumed to be the
 * IPTC's unless the file declares it.
 */
function topicCode(subject: MarkupElement, schemes: ReadonlyMap<string, string>): string | undefined {
  const qcode = attributeOf(subject, 'qcode');
  const [prefix = '', code = ''] = qcode?.split(':', 2) ?? [];
  const scheme = schemes.get(prefix);
  const addresses = [
    attributeOf(subject, 'uri'),
    scheme === undefined ? undefined : `${scheme.replace(/\/$/, '')}/${code}`,
  ];
  const codes = addresses.map((address) => TOPIC.exec(address ?? '')?.groups?.code);
  const iptc = [...codes, scheme === undefined ? qcode : undefined].find((one) => subjectName(one) !== undefined);
  const isAgency = topicOfIptc(qcode ?? '') === undefined && topicOfCode(qcode ?? '') !== undefined;
  return iptc ?? (isAgency ? qcode : undefined);
}
