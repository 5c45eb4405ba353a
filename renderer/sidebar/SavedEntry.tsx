import { Ellipsis, Search } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Sidebar } from '../../preload/contract/contract.ts';
import { useStores, useTexts } from '../state/context.ts';
import { Entry } from './Entry.tsx';

/** A saved search with its menu; F2, Delete and Alt with the arrow keys do the same as the menu. */
export function SavedEntry({ saved }: { readonly saved: Sidebar['saved'][number] }) {
  const { sidebar, shell } = useStores();
  const t = useTexts();
  const menu = useRef<HTMLDetailsElement>(null);
  const { id, name, search } = saved;
  const rename = () => shell.getState().open({ name: 'rename-search', saved: { id, name, search } });
  const remove = () => void sidebar.getState().remove({ id, name, search });
  const move = (step: 1 | -1) => void sidebar.getState().reorder(id, step);
  const onMenuKey = (event: KeyboardEvent<HTMLDetailsElement>) => {
    const { key, currentTarget } = event;
    const items = [...currentTarget.querySelectorAll('button')];
    const at = items.findIndex((item) => item.matches(':focus'));
    if (!currentTarget.open) return;
    if (key === 'Escape') {
      currentTarget.removeAttribute('open');
      currentTarget.querySelector('summary')?.focus();
    } else if (!event.altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const next = key === 'ArrowDown' ? at + 1 : Math.max(at, 0) - 1;
      items.at(next % items.length)?.focus();
    } else return;
    event.preventDefault();
    // The arrow keys would otherwise move through the lists.
    event.stopPropagation();
  };
  const choose = (run: () => void) => () => {
    menu.current?.removeAttribute('open');
    run();
  };
  return (
    <li
      className="saved"
      onKeyDown={(event) => {
        if (event.key === 'F2') rename();
        else if (event.key === 'Delete') remove();
        else if (event.altKey && event.key === 'ArrowUp') move(-1);
        else if (event.altKey && event.key === 'ArrowDown') move(1);
        else return;
        event.preventDefault();
      }}
    >
      <Entry query={{ list: 'saved', value: id }} name={name} icon={Search} count={saved.unread} />
      <details
        ref={menu}
        className="menu"
        onKeyDown={onMenuKey}
        // At the end of a long sidebar it would open out of view.
        onToggle={({ currentTarget }) => currentTarget.lastElementChild?.scrollIntoView({ block: 'nearest' })}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.removeAttribute('open');
        }}
      >
        <summary aria-label={t('saved.menu', { name })}>
          <Ellipsis aria-hidden="true" size={15} />
        </summary>
        <div className="menu-items">
          <button type="button" onClick={choose(rename)}>
            {t('saved.rename')}
          </button>
          <button type="button" onClick={choose(() => move(-1))}>
            {t('saved.up')}
          </button>
          <button type="button" onClick={choose(() => move(1))}>
            {t('saved.down')}
          </button>
          <button type="button" onClick={choose(() => remove())}>
            {t('saved.delete')}
          </button>
        </div>
      </details>
    </li>
  );
}
