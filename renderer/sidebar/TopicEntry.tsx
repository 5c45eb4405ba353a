import { ChevronDown } from 'lucide-react';
import { useStore } from 'zustand';
import type { Sidebar } from '../../preload/contract/contract.ts';
import { useStores, useTexts } from '../state/context.ts';
import { ListEntry } from './ListEntry.tsx';

const NONE: readonly string[] = [];

interface Props {
  readonly tally: Sidebar['topics'][number];
  /** As the window calls it. */
  readonly name: string;
  /** The agencies' categories of its dispatches. */
  readonly categories: Sidebar['categories'];
  /** Those that are shown although the topic is folded: the current list, and what was looked for. */
  readonly kept: Sidebar['categories'];
}

/** A topic, which can be unfolded to the agencies' categories under it. */
export function TopicEntry({ tally, name, categories, kept }: Props) {
  const { settings } = useStores();
  const t = useTexts();
  const open = useStore(settings, (state) => state.settings.openTopics ?? NONE);
  const isOpen = open.includes(tally.name);
  const others = open.filter((other) => other !== tally.name);
  const toggle = () =>
    void settings.getState().change({ openTopics: isOpen ? others : [...others, tally.name].slice(-100) });
  const label = t('lists.categoriesOf', { name });
  const shown = isOpen ? categories : kept;
  const button =
    categories.length === 0 ? (
      <span className="topic-toggle" />
    ) : (
      <button
        type="button"
        className="topic-toggle"
        data-entry
        tabIndex={-1}
        aria-expanded={isOpen}
        aria-label={label}
        onClick={toggle}
      >
        <ChevronDown aria-hidden="true" size={13} className={isOpen ? '' : 'turned'} />
      </button>
    );
  return (
    <ListEntry list="topic" tally={tally} toggle={button}>
      {shown.length > 0 && (
        <ul className="topic-categories" aria-label={label}>
          {shown.map((category) => (
            <ListEntry key={category.name} list="category" tally={category} />
          ))}
        </ul>
      )}
    </ListEntry>
  );
}
