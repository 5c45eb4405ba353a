import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../state/context.ts';
import { notesPane, sidebarPane } from './pane-parts.tsx';

interface Props {
  /** One pane at a time. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** The panes of a window without room for the sidebar, which covers them when it is open. */
export function SidebarOver({ narrow = false, children }: Props) {
  const { shell } = useStores();
  const t = useTexts();
  const { sidebarOpen, toggleSidebar } = useStore(shell);
  return (
    <main className={narrow ? 'panes panes-narrow' : 'panes'} {...(!narrow && { onFocus: notesPane(shell) })}>
      <h1 className="visually-hidden">{t('app.name')}</h1>
      {sidebarOpen && (
        <div className="sidebar-over">
          {sidebarPane}
          <button
            type="button"
            className="sidebar-behind"
            aria-label={t('pane.hideSidebar')}
            onClick={() => toggleSidebar(false)}
          />
        </div>
      )}
      {/* Behind the open sidebar nothing can be clicked or focused. */}
      <div className="pane-behind" inert={sidebarOpen}>
        {children}
      </div>
    </main>
  );
}
