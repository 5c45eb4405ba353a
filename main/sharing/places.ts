import type { Marks, SharingInfo, SharingTrouble } from '../../preload/contract/contract.ts';
import type { Places } from './exchange.ts';
import type { Membership } from './membership.ts';
import type { Hello, Scope } from './remote.ts';

/** Where fields go: read marks to the person, the rest as the user has chosen, where the invitation leaves a choice. */
export function placesOf(scopes: readonly Scope[], chosen: Marks): Places {
  const person = scopes.find(({ kind }) => kind === 'person')?.id;
  const desk = scopes.find(({ kind }) => kind === 'desk')?.id;
  const marks = chosen === 'person' ? (person ?? desk) : (desk ?? person);
  return {
    read: scopes.filter(({ kind }) => kind !== 'newsroom'),
    scopeOf: (field) => (field === 'read' ? person : marks),
  };
}

/** Sharing as the window shows it. */
export function infoOf(
  membership: Membership | null,
  hello: Hello | undefined,
  state: SharingInfo['state'],
  trouble: SharingTrouble | undefined,
  contact: string | undefined,
): SharingInfo {
  if (membership === null) return { state: 'off' };
  const named = (kind: Scope['kind']) => hello?.scopes.find((scope) => scope.kind === kind)?.name;
  const [person, desk] = [named('person'), named('desk')];
  return {
    state,
    host: membership.address.host,
    marks: membership.marks,
    lists: membership.lists,
    ...(person === undefined ? {} : { person }),
    ...(desk === undefined ? {} : { desk }),
    ...(trouble === undefined ? {} : { trouble }),
    ...(contact === undefined ? {} : { contact }),
  };
}
