import ical, { ICalCalendarMethod } from 'ical-generator';
import { blockText } from '../contract/contract.ts';
import type { ExportContext, Exported } from './context.ts';
import { sourceLine } from './lines.ts';

const DAY_MS = 24 * 3_600_000;

/** The announced events among dispatches as a calendar (RFC 5545); those that announce none are left out. */
export function ics(items: readonly Exported[], context: ExportContext): string {
  const calendar = ical({ name: context.title || 'Depesche', method: ICalCalendarMethod.PUBLISH });
  calendar.prodId({ company: 'Depesche', product: 'Depesche', language: context.language.toUpperCase() });
  for (const { dispatch } of items) {
    const { id, version, headline, event, publishedAt, body } = dispatch;
    if (!event) continue;
    const isDay = /^\d{4}-\d\d-\d\d$/.test(event.start);
    const start = new Date(event.start);
    // The end of whole days is the day after the last one (RFC 5545, 3.6.1).
    const end =
      event.end === undefined ? start.getTime() + (isDay ? DAY_MS : 0) : Date.parse(event.end) + (isDay ? DAY_MS : 0);
    calendar.createEvent({
      id,
      sequence: Math.max(0, version - 1),
      stamp: new Date(publishedAt),
      start,
      ...(end > start.getTime() && { end: new Date(end) }),
      allDay: isDay,
      summary: headline,
      description: [...body.map(blockText), sourceLine(dispatch, context)].join('\n\n'),
      ...(event.place !== undefined && { location: event.place }),
    });
  }
  return calendar.toString();
}
