import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppInfo, ReaderClient, Settings } from '../../preload/contract.ts';
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
  return createStore<SettingsState>((set, get) => ({
    settings: untilKnown,
    known: false,
    async load() {
      const [settings, info] = await Promise.all([ask('settings.get', {}), ask('app.info', {})]);
      set({ ...(settings && { settings, known: true }), ...(info && { info }) });
    },
    async change(part) {
      const before = get().settings;
      set({ settings: { ...before, ...part } });
      try {
        set({ settings: await client.call('settings.set', part) });
      } catch (error) {
        console.error('settings.set failed', error);
        set({ settings: before });
        toasts.getState().show({ key: 'settings.failed', tone: 'error' });
      }
    },
  }));
}
