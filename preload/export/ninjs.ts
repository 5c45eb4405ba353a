import { blockText, type Dispatch } from '../contract/contract.ts';
import type { ExportContext, Exported } from './context.ts';
import { bodyOf } from './lines.ts';
import { blockMarkup, HTML } from './markup.ts';

/**
 * Dispatches as ninjs 2.1 (iptc.org/std/ninjs): one object, or an array of several. The agency's notes to the desk, own tags and
 * notes stay here; what the standard has no field for (keywords) is left out.
 */
export function ninjs(items: readonly Exported[], context: ExportContext): string {
  const objects = items.map(({ dispatch }) => object(dispatch, context));
  return `${JSON.stringify(objects.length === 1 ? objects[0] : objects, null, 2)}\n`;
}

/** `pubstatus` of a status; an embargo is a time of its own. */
const STATUS = { usable: 'usable', embargoed: 'usable', withheld: 'withheld', killed: 'canceled' } as const;

function object(dispatch: Dispatch, context: ExportContext) {
  const { id, version, status, urgency, headline, subhead, kicker, slug, byline, dateline, language } = dispatch;
  const { source, number, categories, publishedAt, embargoUntil, rights } = dispatch;
  const body = bodyOf(dispatch, context);
  return {
    uri: uriOf(id),
    standard: { name: 'ninjs', version: '2.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json' },
    type: 'text',
    ...(version > 0 && { version: String(version) }),
    versioncreated: publishedAt,
    ...(embargoUntil !== undefined && { embargoed: embargoUntil }),
    // An embargo that names no time must not pass as none.
    pubstatus: status === 'embargoed' && embargoUntil === undefined ? 'withheld' : STATUS[status],
    urgency,
    ...(rights && { usageterms: rights }),
    ...(language !== undefined && { language }),
    headlines: [
      { role: 'main', value: headline },
      ...(subhead ? [{ role: 'sub', value: subhead }] : []),
      ...(kicker ? [{ role: 'kicker', value: kicker }] : []),
    ],
    bodies: [
      { role: 'main', contenttype: 'text/html', value: body.map((block) => blockMarkup(block, HTML)).join('\n') },
      { role: 'main', contenttype: 'text/plain', value: body.map(blockText).join('\n\n') },
    ],
    ...(byline && { by: byline }),
    ...(slug && { slugline: slug }),
    ...(dateline && { located: dateline }),
    ...(source && { infosources: [{ name: source }] }),
    subjects: categories.map((name) => ({ name })),
    ...(number && { altids: [{ role: 'number', value: number }] }),
  };
}

/** An id of the library that is no URI as it stands becomes one. */
const uriOf = (id: string): string =>
  /^[a-z][a-z\d+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(id) ? id : `urn:x-depesche:${encodeURIComponent(id)}`;
