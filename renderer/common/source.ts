import type { Translate } from '../i18n/translate.ts';

/** What the wire formats call a source that a file does not name. */
const UNKNOWN = 'unknown';

/** A source as a person reads it. */
export const sourceName = (source: string, t: Translate): string => (source === UNKNOWN ? t('source.unknown') : source);
