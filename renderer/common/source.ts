import type { Translate } from '../i18n/translate.ts';

/** What older versions stored for a source that a file does not name. */
const UNKNOWN = 'unknown';

/** A source as the window shows it. */
export const sourceName = (source: string | undefined, t: Translate): string =>
  source && source !== UNKNOWN ? source : t('source.unknown');
