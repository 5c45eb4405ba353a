import { useStore } from 'zustand';
import { drawThenFocus } from '../../commands/focus.ts';
import { toList } from '../../commands/list-commands.ts';
import { useListTitle } from '../../parts/use-list-title.ts';
import { useLocale, useStores, useTexts } from '../../state/context.ts';
import type { Query } from '../../state/list-state.ts';
import { ChooseDialog } from './ChooseDialog.tsx';

const FIXED = ['all', 'unread', 'today', 'bookmarks', 'urgent', 'corrections', 'embargoes', 'later', 'hidden'] as const;
const GROUPS = [
  ['topics', 'topic'],
  ['categories', 'category'],
  ['sources', 'source'],
  ['tags', 'tag'],
] as const;

const MAX_OFFERED = 50;

/** Goes to any list by a part of its name. */
export function GoToDialog() {
  const stores = useStores();
  const t = useTexts();
  const title = useListTitle();
  const locale = useLocale();
  const counts = useStore(stores.sidebar, (state) => state.sidebar);
  const choice = (query: Query, group: string, unread = 0) => ({
    id: `${query.list}-${query.value ?? ''}`.replace(/\s/g, '-'),
    title: title(query),
    aside: (
      <span className="quiet">
        {[group, ...(unread > 0 ? [unread.toLocaleString(locale)] : [])].filter(Boolean).join(' · ')}
      </span>
    ),
    run: () => drawThenFocus(stores.shell.getState().close, () => toList(stores, query)),
  });
  const choices = counts
    ? [
        ...FIXED.map((list) => choice({ list }, '', counts[list].unread)),
        ...counts.saved.map(({ id, unread }) => choice({ list: 'saved', value: id }, t('list.saved'), unread)),
        ...GROUPS.flatMap(([section, list]) =>
          counts[section].map(({ name, unread }) => choice({ list, value: name }, t(`list.${section}`), unread)),
        ),
      ]
    : [];
  return <ChooseDialog title={t('goTo.title')} label={t('goTo.label')} choices={choices} limit={MAX_OFFERED} />;
}
