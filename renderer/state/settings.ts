import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AppInfo, DEFAULT_SETTINGS, type ReaderClient, type Settings } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';
import type { Toasts } from './toasts.ts';

export interface SettingsState {
  readonly settings: Settings;
  /** False while these are the defaults: the host has not answered yet. */
  readonly known: boolean;
  readonly info?: AppInfo;
  /** Gets settings and app info from the host. */
  load(): Promise<void>;
  /** Shows the change at once, and reverts it when the host cannot save it. */
  change(part: Partial<Settings>): Promise<void>;
  /** Shows the settings the host has saved. */
  receive(settings: Settings): void;
}

/** The settings as the window shows them, and the app info. */
export function createSettings(client: ReaderClient, ask: Ask, toasts: StoreApi<Toasts>): StoreApi<SettingsState> {
  let saved: Settings = DEFAULT_SETTINGS;
  let openChanges = 0;
  return createStore<SettingsState>((set, get) => ({
    settings: DEFAULT_SETTINGS,
    known: false,
    async load() {
      const [settings, info] = await Promise.all([ask('settings.get', {}), ask('app.info', {})]);
      if (settings) get().receive(settings);
      set({ ...(settings && { known: true }), ...(info && { info }) });
    },
    async change(part) {
      set({ settings: { ...get().settings, ...part } });
      openChanges += 1;
      try {
        saved = await client.call('settings.set', part);
      } catch (error) {
        console.error('settings.set failed', error);
        toasts.getState().show({ key: 'settings.failed', tone: 'error' });
      }
      openChanges -= 1;
      get().receive(saved);
    },
    receive(settings) {
      saved = settings;
      // Until the last change is answered, answers lack the newer changes.
      if (openChanges === 0) set({ settings });
    },
  }));
}
