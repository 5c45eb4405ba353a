import { UserCheck } from 'lucide-react';
import { nameOf } from '../state/sharing.ts';
import type { Stores } from '../state/stores.ts';
import type { Command } from './command.ts';
import { isShownAlone, target } from './target.ts';

/** Takes dispatches, or gives back the one that is shown if the user has taken it. */
function take(stores: Stores): void {
  const name = nameOf(stores.sharing.getState().info);
  const dispatches = target(stores);
  if (!dispatches || name === undefined) return;
  const taken = isShownAlone(stores) ? stores.article.getState().article?.status.taken : undefined;
  void stores.marks.getState().mark(dispatches.ids, { taken: taken?.by === name ? null : name });
}

/** Commands for a desk that works together. */
export const sharingCommands: readonly Command[] = [
  {
    id: 'take',
    title: 'command.take',
    group: 'mark',
    keys: ['U'],
    icon: UserCheck,
    onRows: true,
    when: (stores) => nameOf(stores.sharing.getState().info) !== undefined && target(stores) !== undefined,
    run: take,
  },
];
