import { type Language, type Translate, translator } from '../../renderer/i18n/translate.ts';
import type { Article } from '../contract/contract.ts';

/** What is exported: a dispatch and what the user did with it. */
export type Exported = Pick<Article, 'dispatch' | 'status'>;

/** How dispatches are written out. */
export interface ExportContext {
  readonly language: Language;
  readonly t: Translate;
  /** Date and time with the zone, for people; what is no time is returned as it is. */
  readonly time: (iso: string) => string;
  readonly now: Date;
  /** Heads a document of several dispatches. */
  readonly title: string;
  /** With the user's own tags and notes. */
  readonly own: boolean;
  /** Headlines and first paragraphs only. */
  readonly leads: boolean;
}

interface Wishes {
  readonly language: Language;
  /** IANA; undefined: the system's. */
  readonly zone?: string | undefined;
  readonly title?: string | undefined;
  readonly own?: boolean | undefined;
  readonly leads?: boolean | undefined;
}

/** The context for a language and a zone. */
export function exportContext({ language, zone, title = '', own = false, leads = false }: Wishes): ExportContext {
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(zone !== undefined && { timeZone: zone }),
  });
  const time = (iso: string) => (Number.isNaN(Date.parse(iso)) ? iso : format.format(new Date(iso)));
  return { language, t: translator(language), time, now: new Date(), title, own, leads };
}
