import { Search } from 'lucide-react';
import type { Sidebar } from '../../preload/contract/contract.ts';
import { useStores, useTexts } from '../state/context.ts';
import { Entry } from './Entry.tsx';
import { EntryMenu } from './EntryMenu.tsx';

/** A saved search with its menu; F2, Delete and Alt with the arrow keys do the same as the menu. */
export function SavedEntry({ saved }: { readonly saved: Sidebar['saved'][number] }) {
  const { sidebar, shell } = useStores();
  const t = useTexts();
  const { id, name, search } = saved;
  const rename = () => shell.getState().open({ name: 'rename-search', saved: { id, name, search } });
  const remove = () => void sidebar.getState().remove({ id, name, search });
  const move = (step: 1 | -1) => void sidebar.getState().reorder(id, step);
  return (
    <li
      className="saved"
      onKeyDown={(event) => {
        // Its menu is a child of React's, not of the element.
        if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
        if (event.key === 'F2') rename();
        else if (event.key === 'Delete') remove();
        else if (event.altKey && event.key === 'ArrowUp') move(-1);
        else if (event.altKey && event.key === 'ArrowDown') move(1);
        else return;
        event.preventDefault();
      }}
    >
      <Entry query={{ list: 'saved', value: id }} name={name} icon={Search} count={saved.unread} />
      <EntryMenu
        label={t('saved.menu', { name })}
        items={[
          { label: t('saved.rename'), run: rename },
          { label: t('saved.up'), run: () => move(-1) },
          { label: t('saved.down'), run: () => move(1) },
          { label: t('saved.delete'), run: remove },
        ]}
      />
    </li>
  );
}
