import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Alarm } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';

/** The last alarms. */
export interface AlarmsState {
  /** Seen or not, the newest first. */
  readonly alarms: readonly Alarm[];
  /** The alarms raised last, while this window was open; a new object for each time. */
  readonly raised: readonly Alarm[];
  load(): Promise<void>;
  receive(alarms: readonly Alarm[], raised: readonly string[]): void;
  /** Puts alarms away: those of these ids, or all. Shown at once. */
  see(ids?: readonly string[]): void;
}

/** Alarms that wait to be seen, the newest first. */
export const unseen = (alarms: readonly Alarm[]): Alarm[] => alarms.filter(({ seen }) => !seen);

export function createAlarms(ask: Ask): StoreApi<AlarmsState> {
  return createStore<AlarmsState>((set, get) => ({
    alarms: [],
    raised: [],
    async load() {
      const answer = await ask('alarms.get', {});
      if (answer) set({ alarms: answer.alarms });
    },
    receive(alarms, raised) {
      const now = alarms.filter(({ id }) => raised.includes(id));
      set({ alarms, ...(now.length > 0 && { raised: now }) });
    },
    see(ids) {
      const seen = (id: string) => ids === undefined || ids.includes(id);
      set({ alarms: get().alarms.map((alarm) => (seen(alarm.id) ? { ...alarm, seen: true } : alarm)) });
      void ask('alarms.see', ids === undefined ? {} : { ids: [...ids] });
    },
  }));
}
