import type { Dispatch } from '../dispatch.ts';
import { bodyText, normaliseText } from '../normalise.ts';
import type { Facts } from './facts.ts';
import { ownIdentity } from './identity.ts';

/** A dispatch and the facts it was made of. */
export interface Finished {
  readonly dispatch: Dispatch;
  readonly facts: Facts;
}

/**
 * The dispatches of one file. Those that share a guid and a version but neither headline nor text are different stories: each gets
 * an id of its own, by the address of its page, else by its headline. Kills share the id of their story rightly.
 */
export function withOwnIds(all: readonly Finished[]): Dispatch[] {
  const groups = [...Map.groupBy(all, keyOf)].filter(([, group]) => group.length > 1 && areDifferent(group));
  const shared = new Set(groups.map(([key]) => key));
  return all.map((one) => {
    const { dispatch, facts } = one;
    return shared.has(keyOf(one)) ? { ...dispatch, id: ownIdentity(dispatch, facts.address) } : dispatch;
  });
}

const keyOf = ({ dispatch }: Finished): string => `${dispatch.version} ${dispatch.id}`;

/** True where more than one story is among them. */
function areDifferent(group: readonly Finished[]): boolean {
  const [first] = group;
  if (!first?.facts.guid && !first?.facts.localId) return false;
  const isKill = group.some(({ dispatch }) => dispatch.status === 'killed' || dispatch.status === 'withheld');
  const headlines = new Set(group.map(({ dispatch }) => normaliseText(dispatch.headline)));
  const texts = new Set(group.map(({ dispatch }) => bodyText(dispatch.body)));
  return !isKill && headlines.size > 1 && texts.size > 1;
}
