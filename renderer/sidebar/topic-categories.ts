import type { Settings, Sidebar } from '../../preload/contract/contract.ts';
import { ownOf } from '../state/own-lists.ts';

type Category = Sidebar['categories'][number];
type OwnLists = NonNullable<Settings['ownLists']>;

/** The topics under which a category stands: those of its dispatches, without hidden ones. Empty: among the other categories. */
export const topicsShown = ({ topics = [] }: Category, own: OwnLists): readonly string[] =>
  topics.filter((topic) => !ownOf(own, { list: 'topic', value: topic })?.hidden);
