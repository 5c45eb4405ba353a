import { SERVER_PATH } from '../../preload/contract/sharing.ts';
import type { Translate } from '../i18n/translate.ts';

/** Whether a dispatch with this path has no file: it came from the newsroom's server. */
export const isFromServer = (path: string): boolean => path.startsWith(SERVER_PATH);

/** The name of a file, without its folder; what a dispatch from the newsroom's server has instead. */
export const fileName = (path: string, t: Translate): string =>
  isFromServer(path) ? t('article.fromServer') : (path.split('/').at(-1) ?? '');
