import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Sidebar } from '../../preload/contract/contract.ts';
import { useListTitle } from '../parts/use-list-title.ts';
import { useStores, useTexts } from '../state/context.ts';
import { changeOwn, type GroupedList, MAX_PINS, ownLists, ownOf, pinsOf } from '../state/own-lists.ts';
import { Entry } from './Entry.tsx';
import { EntryMenu } from './EntryMenu.tsx';

interface Props {
  readonly list: GroupedList;
  readonly tally: Sidebar['topics'][number];
  readonly icon?: LucideIcon;
  /** A button that unfolds what stands below it. */
  readonly toggle?: ReactNode;
  readonly children?: ReactNode;
}

/** A topic, category, source or tag, with a menu to pin, rename or hide it. */
export function ListEntry({ list, tally, icon, toggle, children }: Props) {
  const { settings, shell } = useStores();
  const t = useTexts();
  const title = useListTitle();
  const own = useStore(settings, ownLists);
  const query = { list, value: tally.name };
  const { pinned = false, hidden = false } = ownOf(own, query) ?? {};
  const name = title(query);
  const mayPin = pinned || pinsOf(own).length < MAX_PINS;
  const rename = () => shell.getState().open({ name: 'rename-list', list, value: tally.name });
  return (
    <li>
      <div className={toggle ? 'saved topic-row' : 'saved'}>
        <Entry query={query} name={name} count={tally.unread} {...(icon && { icon })} />
        {toggle}
        <EntryMenu
          label={t('saved.menu', { name })}
          items={[
            ...(mayPin
              ? [
                  {
                    label: t(pinned ? 'lists.unpin' : 'lists.pin'),
                    run: () => changeOwn(settings, query, { pinned: !pinned }),
                  },
                ]
              : []),
            { label: t('saved.rename'), run: rename },
            ...(list === 'tag'
              ? [{ label: t('lists.merge'), run: () => shell.getState().open({ name: 'merge-tag', tag: tally.name }) }]
              : []),
            {
              label: t(hidden ? 'lists.unhide' : 'lists.hide'),
              run: () => changeOwn(settings, query, { hidden: !hidden }),
            },
          ]}
        />
      </div>
      {children}
    </li>
  );
}
