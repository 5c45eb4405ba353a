import { Bookmark, CalendarDays, CircleDot, Inbox, Settings, TriangleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { sourceName } from '../common/source.ts';
import { CommandButton } from '../parts/CommandButton.tsx';
import { useReader, useTexts } from '../state/context.ts';
import type { Shell } from '../state/shell.ts';
import { Entry } from './Entry.tsx';
import { Group } from './Group.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { SavedEntry } from './SavedEntry.tsx';

/** Up and down walk through the entries; a list is shown as soon as it is reached. */
function walk(event: KeyboardEvent<HTMLElement>, { sidebarOpen, toggleSidebar }: Shell): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? entries.indexOf(focused) : -1;
  const next = entries[at + step];
  event.preventDefault();
  next?.focus();
  if (next?.classList.contains('entry')) next.click();
  // In a narrow window choosing a list puts the sidebar away; walking through them does not.
  toggleSidebar(sidebarOpen);
}

/** The left pane: every list there is, and what the reader is busy with. */
export function SidebarPane() {
  const { sidebar, shell } = useReader();
  const t = useTexts();
  const held = useStore(sidebar, (state) => state.sidebar);
  return (
    <nav
      className="sidebar"
      data-pane="sidebar"
      aria-label={t('pane.sidebar')}
      onKeyDown={(event) => walk(event, shell.getState())}
    >
      <div className="sidebar-lists">
        <ul>
          <li>
            <Entry query={{ list: 'all' }} name={t('list.all')} icon={Inbox} count={held?.all.unread ?? 0} />
          </li>
          <li>
            <Entry
              query={{ list: 'unread' }}
              name={t('list.unread')}
              icon={CircleDot}
              count={held?.unread.unread ?? 0}
            />
          </li>
          <li>
            <Entry
              query={{ list: 'today' }}
              name={t('list.today')}
              icon={CalendarDays}
              count={held?.today.unread ?? 0}
            />
          </li>
          <li>
            <Entry
              query={{ list: 'bookmarks' }}
              name={t('list.bookmarks')}
              icon={Bookmark}
              count={held?.bookmarks.total ?? 0}
              counts="total"
            />
          </li>
        </ul>
        {held && held.saved.length > 0 && (
          <Group section="saved">
            {held.saved.map((saved) => (
              <SavedEntry key={saved.id} saved={saved} />
            ))}
          </Group>
        )}
        {(
          [
            ['categories', 'category'],
            ['sources', 'source'],
            ['tags', 'tag'],
          ] as const
        ).map(
          ([section, list]) =>
            held &&
            held[section].length > 0 && (
              <Group key={section} section={section}>
                {held[section].map(({ name, unread }) => (
                  <li key={name}>
                    <Entry
                      query={{ list, value: name }}
                      name={list === 'source' ? sourceName(name, t) : name}
                      count={unread}
                    />
                  </li>
                ))}
              </Group>
            ),
        )}
      </div>
      <div className="sidebar-foot">
        <ImportProgress />
        <div className="sidebar-tools">
          {held && held.problems > 0 && (
            <button
              type="button"
              className="problems-entry"
              onClick={() => shell.getState().open({ name: 'problems' })}
            >
              <TriangleAlert aria-hidden="true" size={15} />
              {t('problems.entry')}
              <span className="entry-count">{held.problems}</span>
            </button>
          )}
          <CommandButton id="settings" icon={Settings} />
        </div>
      </div>
    </nav>
  );
}
