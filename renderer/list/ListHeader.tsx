import {
  AppWindow,
  ArrowDown10,
  ArrowDownWideNarrow,
  ArrowUpNarrowWide,
  Brush,
  CheckCheck,
  ChevronDown,
  ListFilter,
  PanelLeft,
  Rows3,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { drawThenFocus, focusPane } from '../commands/focus.ts';
import { layoutCommands } from '../commands/layout-commands.ts';
import { markPartCommands } from '../commands/mark-part-commands.ts';
import { orderCommands } from '../commands/order-commands.ts';
import { columnCommands, densityCommands } from '../commands/view-commands.ts';
import { IconButton } from '../common/IconButton.tsx';
import { CommandButton } from '../parts/CommandButton.tsx';
import { useStores, useTexts } from '../state/context.ts';
import { isOrdered } from '../state/list-state.ts';
import { standsFor } from '../state/pages.ts';
import { MenuButton } from './MenuButton.tsx';
import { SavedQuery } from './SavedQuery.tsx';
import { SearchField } from './SearchField.tsx';

const LOOKS = [...densityCommands, ...columnCommands, ...layoutCommands];
const COUNTS = {
  hits: { exact: 'list.hitCount', least: 'list.hitCountLeast' },
  rows: { exact: 'list.totalCount', least: 'list.totalCountLeast' },
} as const;
const ORDER_ICONS = {
  newest: ArrowDownWideNarrow,
  oldest: ArrowUpNarrowWide,
  urgency: ArrowDown10,
  relevance: ArrowDownWideNarrow,
} as const;

/** Title, count, tools and search field of the list. */
export function ListHeader({ title, sidebarOver }: { readonly title: string; readonly sidebarOver: boolean }) {
  const { list, shell, sidebar } = useStores();
  const t = useTexts();
  const hidden = useStore(shell, (state) => state.sidebarHidden);
  const own = useStore(shell, (state) => state.only !== undefined);
  const showSidebar = () => {
    const show = () => (sidebarOver ? shell.getState().toggleSidebar(true) : shell.getState().hideSidebar(false));
    drawThenFocus(show, () => focusPane('sidebar'));
  };
  const { query, validQuery, total, more, folded, pages, loaded, searchError, refine } = useStore(list);
  const [said, setSaid] = useState('');
  const isCounted = validQuery?.search !== undefined && validQuery.search !== '' && !more;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first count of a query's hits is what is said
  useEffect(() => setSaid(isCounted ? t('list.hitCount', { count: total }) : ''), [validQuery, isCounted]);
  const saved = useStore(sidebar, ({ sidebar: all }) =>
    query.list === 'saved' ? all?.saved.find(({ id }) => id === query.value) : undefined,
  );
  const keepsRead = query.list === 'unread' || query.unreadOnly === true;
  const searching = Boolean(query.search);
  const order = query.order ?? 'newest';
  const hasFolded = folded === undefined && [...pages.values()].flat().some((row) => standsFor(row).length > 1);
  const count =
    hasFolded && !more
      ? t('list.rowCount', { count: total })
      : t(COUNTS[searching ? 'hits' : 'rows'][more ? 'least' : 'exact'], { count: total + (folded ?? 0) });
  return (
    <header className="list-header">
      <div className="list-title">
        {(sidebarOver || hidden) && <IconButton icon={PanelLeft} label={t('pane.showSidebar')} onClick={showSidebar} />}
        <h2>{title}</h2>
        <span className="list-count">{loaded && !searchError && count}</span>
        <div role="toolbar" aria-label={t('list.actions')} className="toolbar">
          {isOrdered(query) && (
            <MenuButton
              icon={ORDER_ICONS[order]}
              label={t('list.orderIs', { order: t(`list.order.${order}`) })}
              commands={orderCommands}
            />
          )}
          {query.list !== 'unread' && (
            <IconButton
              icon={ListFilter}
              label={t('list.unreadOnly')}
              pressed={query.unreadOnly === true}
              onClick={() => refine({ unreadOnly: query.unreadOnly !== true })}
            />
          )}
          {saved && !own && <CommandButton id="openTicker" icon={AppWindow} />}
          <MenuButton icon={Rows3} label={t('view.menu')} commands={LOOKS} />
          {keepsRead && <CommandButton id="cleanUp" icon={Brush} />}
          <CommandButton id="markAll" icon={CheckCheck} />
          <MenuButton icon={ChevronDown} label={t('list.markMenu')} commands={markPartCommands} />
        </div>
      </div>
      {saved && <SavedQuery key={`${saved.id} ${saved.search}`} saved={saved} />}
      <SearchField />
      {/* Said once a search, not with every arrival. */}
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </header>
  );
}
