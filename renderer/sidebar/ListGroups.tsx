import { useStore } from 'zustand';
import type { Sidebar } from '../../preload/contract/contract.ts';
import { useStores, useTexts } from '../state/context.ts';
import { ownLists } from '../state/own-lists.ts';
import { ListGroup } from './ListGroup.tsx';
import { topicsShown } from './topic-categories.ts';

/** The sections of lists by content and tag: topics with the agencies' categories under them, then categories of no topic. */
export function ListGroups({ sidebar: { topics, categories, sources, tags } }: { readonly sidebar: Sidebar }) {
  const { settings } = useStores();
  const t = useTexts();
  const own = useStore(settings, ownLists);
  const others = categories.filter((category) => topicsShown(category, own).length === 0);
  const under = (topic: string) => categories.filter((category) => topicsShown(category, own).includes(topic));
  const title = others.length < categories.length ? t('list.otherCategories') : t('list.categories');
  return (
    <>
      <ListGroup section="topics" list="topic" tallies={topics} under={under} />
      <ListGroup section="categories" list="category" tallies={others} title={title} />
      <ListGroup section="sources" list="source" tallies={sources} />
      <ListGroup section="tags" list="tag" tallies={tags} />
    </>
  );
}
