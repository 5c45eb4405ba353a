import type { Translate } from '../i18n/translate.ts';

/** What older versions stored for a source that a file does not name. */
const UNKNOWN = 'unknown';

/** Whether a dispatch names its source. */
export const hasSource = (source: string | undefined): boolean => Boolean(source) && source !== UNKNOWN;

/** A source as the window shows it. */
export const sourceName = (source: string | undefined, t: Translate): string =>
  source && hasSource(source) ? source : t('source.unknown');
