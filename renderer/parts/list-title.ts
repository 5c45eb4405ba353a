import type { Sidebar } from '../../preload/contract/contract.ts';
import { sourceName } from '../common/source.ts';
import { topicName } from '../common/topic.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Query } from '../state/list-state.ts';

/** The IPTC's English names begin with a small letter. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The title of a list. */
export function listTitle(query: Query, sidebar: Sidebar | undefined, t: Translate): string {
  switch (query.list) {
    case 'all':
    case 'unread':
    case 'today':
    case 'bookmarks':
    case 'urgent':
    case 'corrections':
    case 'embargoes':
    case 'later':
    case 'hidden':
      return t(`list.${query.list}`);
    case 'saved':
      return sidebar?.saved.find((saved) => saved.id === query.value)?.name ?? t('list.saved');
    case 'topic':
      return capitalised(topicName(query.value ?? '', t));
    case 'source':
      return sourceName(query.value ?? '', t);
    default:
      return query.value ?? '';
  }
}
