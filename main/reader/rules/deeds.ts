import { laterTime, type Rule, type StatusChange } from '../../../preload/contract/contract.ts';

/**
 * The change of status that a rule makes, with its mark; `now` decides until when something is put off. `isNew`: for a dispatch that
 * arrives, which is handed over too.
 */
export function changeOf({ id, name, actions }: Rule, now: Date, isNew = false): StatusChange {
  const { read, bookmark, hide, tag, later, handOver } = actions;
  const until = later === undefined ? undefined : (laterTime(later, now) ?? laterTime('tomorrow', now));
  const did = [
    ...(read ? (['read'] as const) : []),
    ...(bookmark ? (['bookmark'] as const) : []),
    ...(hide ? (['hide'] as const) : []),
    ...(until ? (['later'] as const) : []),
    ...(tag === undefined ? [] : [{ tag }]),
    ...(handOver && isNew ? [{ handOver: 'waiting' as const }] : []),
  ];
  return {
    ...(read && { read: true }),
    ...(bookmark && { bookmark: true }),
    ...(hide && { hidden: true }),
    ...(until && { later: until.toISOString() }),
    ...(tag !== undefined && { [`tag:${tag}`]: true }),
    [`rule:${id}`]: { name, did },
  };
}

/** The change for a new version of what the rule has marked before: what the user has changed since then stays. */
export const changeAgain = ({ actions }: Rule): StatusChange | undefined => (actions.read ? { read: true } : undefined);
