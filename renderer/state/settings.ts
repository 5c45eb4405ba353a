import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppInfo, ReaderClient, Settings } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';
import type { Toasts } from './toasts.ts';

export const DEFAULT_TEXT_SIZE = 18;

export interface SettingsState {
  readonly settings: Settings;
  /** True once the host has told the real ones. */
  readonly known: boolean;
  readonly info?: AppInfo;
  load(): Promise<void>;
  /** Shows the change at once and takes it back when the host does not keep it. */
  change(part: Partial<Settings>): Promise<void>;
  /** Takes over what the host keeps. */
  hear(settings: Settings): void;
}

const untilKnown: Settings = {
  language: 'system',
  theme: 'system',
  panes: [18, 32, 50],
  textSize: DEFAULT_TEXT_SIZE,
  measure: 68,
  markRead: 'open',
  notify: 'urgent',
  retention: {},
};

export function createSettings(client: ReaderClient, ask: Ask, toasts: StoreApi<Toasts>): StoreApi<SettingsState> {
  let kept = untilKnown;
  let underWay = 0;
  return createStore<SettingsState>((set, get) => ({
    settings: untilKnown,
    known: false,
    async load() {
      const [settings, info] = await Promise.all([ask('settings.get', {}), ask('app.info', {})]);
      if (settings) get().hear(settings);
      set({ ...(settings && { known: true }), ...(info && { info }) });
    },
    async change(part) {
      set({ settings: { ...get().settings, ...part } });
      underWay += 1;
      try {
        kept = await client.call('settings.set', part);
      } catch (error) {
        console.error('settings.set failed', error);
        toasts.getState().show({ key: 'settings.failed', tone: 'error' });
      }
      underWay -= 1;
      get().hear(kept);
    },
    hear(settings) {
      kept = settings;
      // An answer to an older change does not know of the newer ones, whose answers come yet.
      if (underWay === 0) set({ settings });
    },
  }));
}
