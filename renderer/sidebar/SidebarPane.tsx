import { Settings, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { CommandButton } from '../parts/CommandButton.tsx';
import { useStores, useTexts } from '../state/context.ts';
import type { Shell } from '../state/shell.ts';
import { FixedEntries } from './FixedEntries.tsx';
import { Group } from './Group.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ListGroups } from './ListGroups.tsx';
import { PinnedEntries } from './PinnedEntries.tsx';
import { SavedEntry } from './SavedEntry.tsx';
import { SharingSign } from './SharingSign.tsx';
import { useCurrentInView } from './use-current-in-view.ts';

/** The up and down arrows move through the entries; a list is shown as soon as it has the focus. */
function moveFocus(event: KeyboardEvent<HTMLElement>, { sidebarOpen, toggleSidebar }: Shell): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? entries.indexOf(focused) : -1;
  const next = entries[at + step];
  event.preventDefault();
  next?.focus();
  if (next?.classList.contains('entry')) next.click();
  // In a narrow window a click on a list closes the sidebar; moving through the lists does not.
  toggleSidebar(sidebarOpen);
}

/** The left pane: all lists, import progress, problems, settings. */
export function SidebarPane() {
  const { sidebar, shell } = useStores();
  const t = useTexts();
  const counts = useStore(sidebar, (state) => state.sidebar);
  const pane = useRef<HTMLElement>(null);
  useCurrentInView(pane);
  const pressing = counts?.pressing ?? counts?.problems ?? 0;
  return (
    <nav
      ref={pane}
      className="sidebar"
      data-pane="sidebar"
      aria-label={t('pane.sidebar')}
      onKeyDown={(event) => moveFocus(event, shell.getState())}
    >
      <div className="sidebar-lists">
        <ul>
          <FixedEntries />
          <PinnedEntries />
        </ul>
        {counts && counts.saved.length > 0 && (
          <Group section="saved">
            {counts.saved.map((saved) => (
              <SavedEntry key={saved.id} saved={saved} />
            ))}
          </Group>
        )}
        {counts && <ListGroups sidebar={counts} />}
      </div>
      <div className="sidebar-foot">
        <ImportProgress />
        <div className="sidebar-tools">
          {counts && counts.problems > 0 && (
            <button
              type="button"
              className={pressing > 0 ? 'problems-entry' : 'problems-entry problems-harmless'}
              onClick={() => shell.getState().open({ name: 'problems' })}
            >
              <TriangleAlert aria-hidden="true" size={15} />
              {t('problems.entry')}
              <span className="entry-count">{pressing > 0 ? pressing : counts.problems}</span>
            </button>
          )}
          <SharingSign />
          <CommandButton id="settings" icon={Settings} />
        </div>
      </div>
    </nav>
  );
}
