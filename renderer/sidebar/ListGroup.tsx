import { useState } from 'react';
import { useStore } from 'zustand';
import { foldText } from '../../preload/text/folded-text.ts';
import { useListTitle } from '../parts/use-list-title.ts';
import { useStores, useTexts } from '../state/context.ts';
import { type GroupedList, ownLists, ownOf, shownLists } from '../state/own-lists.ts';
import { Group } from './Group.tsx';
import { ListEntry } from './ListEntry.tsx';

interface Props {
  readonly section: 'topics' | 'categories' | 'sources' | 'tags';
  readonly list: GroupedList;
}

/** A section of topics, categories, sources or tags: the most used ones, and all of them with a field to find one. */
export function ListGroup({ section, list }: Props) {
  const { settings, sidebar, list: lists } = useStores();
  const t = useTexts();
  const title = useListTitle();
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const tallies = useStore(sidebar, (state) => state.sidebar?.[section]);
  const own = useStore(settings, ownLists);
  const byUnread = useStore(settings, (state) => state.settings.sidebarOrder === 'unread');
  const current = useStore(lists, ({ query }) => (query.list === list ? query.value : undefined));
  if (!tallies || tallies.length === 0) return null;
  const isCurrent = (name: string) => name === current;
  // What is hidden stands at the end of all lists, where it can be brought back.
  const isHidden = (name: string) => ownOf(own, { list, value: name })?.hidden === true && !all;
  const { shown, more } = shownLists(tallies, { isHidden, isCurrent, all });
  const wanted = foldText(typed.trim());
  const found = all ? shown.filter(({ name }) => foldText(title({ list, value: name })).includes(wanted)) : shown;
  const sorted = [...found].sort(
    (a, b) =>
      (byUnread ? b.unread - a.unread : 0) ||
      title({ list, value: a.name }).localeCompare(title({ list, value: b.name }), undefined, { numeric: true }),
  );
  const hasMore = all || more > 0 || shown.length < tallies.length;
  const toggle = () => {
    setTyped('');
    setAll(!all);
  };
  const currentTally = tallies.find(({ name }) => isCurrent(name));
  return (
    <Group section={section} current={currentTally && <ListEntry list={list} tally={currentTally} />}>
      {all && (
        <li>
          <input
            type="text"
            className="group-find"
            data-entry
            // biome-ignore lint/a11y/noAutofocus: it appears because the user has asked for more lists
            autoFocus
            aria-label={t('lists.find')}
            placeholder={t('lists.find')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              const [first] = sorted;
              if (event.key === 'Enter' && first) lists.getState().enter({ list, value: first.name });
              else if (event.key === 'Escape') toggle();
              else return;
              event.preventDefault();
            }}
          />
        </li>
      )}
      {sorted.map((tally) => (
        <ListEntry key={tally.name} list={list} tally={tally} />
      ))}
      {hasMore && (
        <li>
          <button type="button" className="group-more" data-entry aria-expanded={all} onClick={toggle}>
            {all ? t('lists.fewer') : t('lists.more', { count: tallies.length - shown.length })}
          </button>
        </li>
      )}
    </Group>
  );
}
