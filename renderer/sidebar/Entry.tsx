import type { LucideIcon } from 'lucide-react';
import { useStore } from 'zustand';
import { Shown } from '../common/Shown.tsx';
import { useLocale, useStores, useTexts } from '../state/context.ts';
import type { Query } from '../state/list-state.ts';
import { SilentMark } from './SilentMark.tsx';

interface Props {
  readonly query: Query;
  readonly name: string;
  readonly icon?: LucideIcon;
  readonly count: number;
  /** What `count` counts. */
  readonly counts?: 'unread' | 'total';
}

/** One list in the sidebar, with its count. */
export function Entry({ query, name, icon: Icon, count, counts = 'unread' }: Props) {
  const { list, shell } = useStores();
  const t = useTexts();
  const locale = useLocale();
  const current = useStore(list, (state) => state.query.list === query.list && state.query.value === query.value);
  return (
    <button
      type="button"
      className="entry"
      data-entry
      // One tab stop for all entries; the arrow keys move between them.
      tabIndex={current ? 0 : -1}
      {...(current && { 'data-focus': true })}
      aria-current={current ? 'page' : undefined}
      title={name}
      onClick={() => {
        list.getState().enter(query);
        shell.getState().show('list');
        shell.getState().toggleSidebar(false);
      }}
    >
      {Icon && <Icon aria-hidden="true" size={16} strokeWidth={1.75} />}
      <span className="entry-name">
        <Shown text={name} />
      </span>
      {query.list === 'source' && query.value !== undefined && <SilentMark source={query.value} />}
      {count > 0 && (
        <>
          <span className="entry-count" aria-hidden="true">
            {count.toLocaleString(locale)}
          </span>
          <span className="visually-hidden">
            {t(counts === 'unread' ? 'list.unreadCount' : 'list.totalCount', { count })}
          </span>
        </>
      )}
    </button>
  );
}
