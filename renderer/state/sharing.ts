import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallOut, Marks, SharingInfo } from '../../preload/contract/contract.ts';
import type { Ask } from './calls.ts';

type JoinTrouble = NonNullable<CallOut<'sharing.join'>['trouble']>;

/** Sharing through the newsroom's server, as the window sees it. */
export interface SharingState {
  readonly info: SharingInfo;
  /** The server is being asked about an invitation. */
  readonly joining: boolean;
  /** An invitation as it was pasted, chosen or dropped, until it is used. */
  readonly offered?: string | undefined;
  /** Why the last invitation could not be used. */
  readonly refusal?: JoinTrouble | undefined;
  load(): Promise<void>;
  receive(info: SharingInfo): void;
  offer(invitation: string): void;
  join(invitation: string): Promise<void>;
  leave(): Promise<void>;
  retry(): void;
  /** Shares saved searches and rules with the desk, or no longer. */
  shareLists(on: boolean): void;
  /** Changes to whom bookmarks, tags and notes belong. */
  belong(marks: Marks): void;
}

/** The name under which the user takes dispatches; undefined while nothing is shared. */
export const nameOf = ({ person, desk }: SharingInfo): string | undefined => person ?? desk;

export function createSharing(ask: Ask): StoreApi<SharingState> {
  return createStore<SharingState>((set, get) => ({
    info: { state: 'off' },
    joining: false,
    async load() {
      const info = await ask('sharing.get', {});
      if (info) get().receive(info);
    },
    receive: (info) => set({ info }),
    offer: (offered) => set({ offered, refusal: undefined }),
    async join(invitation) {
      set({ joining: true, refusal: undefined });
      const answer = await ask('sharing.join', { invitation, marks: get().info.marks ?? 'desk' });
      set({ joining: false, refusal: answer?.trouble });
      // It works once, and has a secret.
      if (answer && answer.trouble === undefined) set({ offered: undefined });
      await get().load();
    },
    async leave() {
      await ask('sharing.leave', {});
      await get().load();
    },
    retry: () => void ask('sharing.retry', {}),
    shareLists(on) {
      set({ info: { ...get().info, lists: on } });
      void ask('sharing.lists', { on });
    },
    belong(marks) {
      set({ info: { ...get().info, marks } });
      void ask('sharing.marks', { marks });
    },
  }));
}
