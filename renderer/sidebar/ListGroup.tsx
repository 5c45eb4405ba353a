import { useState } from 'react';
import { useStore } from 'zustand';
import type { Sidebar } from '../../preload/contract/contract.ts';
import { foldText } from '../../preload/text/folded-text.ts';
import { drawThenFocus } from '../commands/focus.ts';
import { useListTitle } from '../parts/use-list-title.ts';
import { useStores, useTexts } from '../state/context.ts';
import { type GroupedList, ownLists, ownOf, shownLists, sortedLists } from '../state/own-lists.ts';
import { Group } from './Group.tsx';
import { ListEntry } from './ListEntry.tsx';
import { TopicEntry } from './TopicEntry.tsx';

type Tallies = Sidebar['categories'];

interface Props {
  readonly section: 'topics' | 'categories' | 'sources' | 'tags';
  readonly list: GroupedList;
  readonly tallies: Tallies;
  /** Absent: the name of the section. */
  readonly title?: string;
  /** The categories under a topic. */
  readonly under?: (topic: string) => Tallies;
}

const NOTHING: Tallies = [];

/** A section of topics, categories, sources or tags: the most used ones, and all of them with a field to find one. */
export function ListGroup({ section, list, tallies, title: heading, under = () => NOTHING }: Props) {
  const { settings, list: lists } = useStores();
  const t = useTexts();
  const title = useListTitle();
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const own = useStore(settings, ownLists);
  const order = useStore(settings, (state) => state.settings.sidebarOrder);
  const current = useStore(lists, ({ query }) => query);
  if (tallies.length === 0) return null;
  const nameOf = (of: GroupedList) => (name: string) => title({ list: of, value: name });
  const categoriesOf = (topic: string) => sortedLists(under(topic), order, nameOf('category'));
  const currentOf = (categories: Tallies) =>
    current.list === 'category' ? categories.filter(({ name }) => name === current.value) : NOTHING;
  const isCurrent = (name: string) =>
    (current.list === list && current.value === name) || (list === 'topic' && currentOf(under(name)).length > 0);
  // What is hidden stands at the end of all lists, where it can be brought back.
  const isHidden = (name: string) => ownOf(own, { list, value: name })?.hidden === true && !all;
  const { shown, more } = shownLists(tallies, { isHidden, isCurrent, all });
  const wanted = all ? foldText(typed.trim()) : '';
  const isWanted = (of: GroupedList, name: string) => foldText(nameOf(of)(name)).includes(wanted);
  const wantedOf = (topic: string) => categoriesOf(topic).filter(({ name }) => isWanted('category', name));
  const found = shown.filter(({ name }) => isWanted(list, name) || wantedOf(name).length > 0);
  const sorted = sortedLists(found, order, nameOf(list));
  const hasMore = all || more > 0 || shown.length < tallies.length;
  const toggle = () => {
    setTyped('');
    setAll(!all);
  };
  const goToFirst = () => {
    const first = sorted.find(({ name }) => isWanted(list, name));
    const category = sorted.flatMap(({ name }) => wantedOf(name))[0];
    if (first) lists.getState().enter({ list, value: first.name });
    else if (category) lists.getState().enter({ list: 'category', value: category.name });
  };
  const entry = (tally: Tallies[number]) =>
    list === 'topic' ? (
      <TopicEntry
        key={tally.name}
        tally={tally}
        name={nameOf(list)(tally.name)}
        categories={categoriesOf(tally.name)}
        kept={wanted === '' ? currentOf(under(tally.name)) : wantedOf(tally.name)}
      />
    ) : (
      <ListEntry key={tally.name} list={list} tally={tally} />
    );
  const currentTally = tallies.find(({ name }) => isCurrent(name));
  return (
    <Group section={section} title={heading} current={currentTally && entry(currentTally)}>
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
              if (event.key === 'Enter') goToFirst();
              else if (event.key === 'Escape') {
                const section = event.currentTarget.closest('ul');
                drawThenFocus(toggle, () => section?.querySelector<HTMLElement>('.group-more')?.focus());
              } else return;
              event.preventDefault();
            }}
          />
        </li>
      )}
      {sorted.map(entry)}
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
