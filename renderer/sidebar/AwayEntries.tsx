import { AlarmClock, EyeOff } from 'lucide-react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../state/context.ts';
import { Entry } from './Entry.tsx';

/** The lists of what is put off and what is hidden, as long as there is something on them or they are shown. */
export function AwayEntries() {
  const { list, sidebar } = useStores();
  const t = useTexts();
  const counts = useStore(sidebar, (state) => state.sidebar);
  const current = useStore(list, (state) => state.query.list);
  return (
    [
      ['later', AlarmClock],
      ['hidden', EyeOff],
    ] as const
  ).map(([name, icon]) => {
    const count = counts?.[name].total ?? 0;
    if (count === 0 && current !== name) return null;
    return (
      <li key={name}>
        <Entry query={{ list: name }} name={t(`list.${name}`)} icon={icon} count={count} counts="total" />
      </li>
    );
  });
}
