import type { Translate } from '../i18n/translate.ts';

/** What the wire formats put where a file names no source. */
const UNKNOWN = 'unknown';

/** The name of a source as it is shown. */
export const sourceName = (source: string, t: Translate): string => (source === UNKNOWN ? t('source.unknown') : source);
