import type { Reference } from '../dispatch.ts';
import { at, childrenOf, distinct, lineText, type MarkupElement } from '../markup/markup.ts';
import type { Facts, Subject } from '../story/facts.ts';
import { contentBlocks } from './feeds/feed-xml.ts';
import type { XmlShape } from './generic/xml.ts';

/** Official warnings (OASIS Common Alerting Protocol 1.1 and 1.2), a dispatch a language. */
export const cap: XmlShape = {
  name: 'cap',
  label: 'CAP',
  isRoot: (name, namespace) => name === 'alert' && /:emergency:cap:/i.test(namespace),
  stories: (alert) => {
    const infos = childrenOf(alert, 'info');
    return (infos.length > 0 ? infos : [undefined]).map((info, index) => ({
      item: index + 1,
      read: () => warningFacts(alert, info, index),
    }));
  },
};

/** §3.2.2: how bad it is, on the 1–9 scale of wires. */
const URGENCY: Readonly<Record<string, number>> = { extreme: 2, severe: 3, moderate: 4, minor: 6 };

const TOPICS: Readonly<Record<string, string>> = {
  met: 'medtop:17000000',
  geo: 'medtop:03000000',
  safety: 'medtop:03000000',
  security: 'medtop:02000000',
  rescue: 'medtop:03000000',
  fire: 'medtop:03000000',
  health: 'medtop:07000000',
  env: 'medtop:06000000',
  transport: 'medtop:04000000',
  infra: 'medtop:04000000',
};

function warningFacts(alert: MarkupElement, info: MarkupElement | undefined, index: number): Facts {
  const text = (name: string) => lineText(at(alert, name));
  const said = (name: string) => lineText(at(info, name));
  const areas = childrenOf(info, 'area').map((area) => lineText(at(area, 'areaDesc')));
  const period = [said('onset') ?? said('effective'), said('expires')].filter(Boolean).join(' – ');
  const status = text('status')?.toLowerCase() ?? 'actual';
  const type = text('msgType')?.toLowerCase();
  const place = distinct(areas).join(', ');
  return {
    // §3.2.1: unique by its sender; a language each.
    guid: `${text('identifier') ?? ''}${index > 0 ? `#${said('language') ?? index}` : ''}`,
    headline: said('headline') ?? said('event'),
    place,
    categories: [said('event'), ...childrenOf(info, 'category').map((category) => subjectOf(lineText(category)))],
    urgency: URGENCY[said('severity')?.toLowerCase() ?? ''],
    language: said('language') ?? 'en-US',
    providers: [said('senderName'), text('sender')],
    times: [text('sent')],
    signals: [type === 'update' ? 'update' : undefined],
    // What is cancelled is over; what is no `Actual` is a drill, a draft or a test.
    statusWord: status === 'draft' ? 'withheld' : undefined,
    isNotice: status !== 'actual' || undefined,
    references: referencesOf(text('references')),
    body: [...contentBlocks(at(info, 'description')), ...contentBlocks(at(info, 'instruction'))],
    notes: [
      { text: [place, period].filter(Boolean).join('\n'), kind: 'editor' },
      { text: text('note') ?? (status === 'actual' ? undefined : text('status')), kind: 'editor' },
      { text: said('contact'), kind: 'contact' },
    ],
  };
}

const subjectOf = (category: string | undefined): Subject => ({
  name: undefined,
  code: TOPICS[category?.toLowerCase() ?? ''],
});

/** §3.2.1: `sender,identifier,sent`, separated by spaces. */
const referencesOf = (references: string | undefined): Reference[] =>
  (references ?? '')
    .split(' ')
    .map((reference) => reference.split(',')[1])
    .filter((id) => id !== undefined && id !== '')
    .map((id) => ({ relation: 'updates' as const, id }));
