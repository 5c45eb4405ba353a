import type { LucideIcon } from 'lucide-react';
import type { Message, MessageKey, Translate } from '../i18n/translate.ts';
import type { Stores } from '../state/stores.ts';
import { focusedPane, type Pane } from './focus.ts';

/** The sections of the help dialog. */
export type Group = 'move' | 'mark' | 'article' | 'lists' | 'app';

/** One action of the program, reached by key, command palette, button or the host's menu. */
export interface Command {
  /** The host's menu names commands by it, too. */
  readonly id: string;
  readonly title: MessageKey;
  readonly group: Group;
  /** What it would do now: "Undo: Tag “Budget” removed". Menu and palette show it instead of the title. */
  readonly named?: (stores: Stores) => { readonly key: MessageKey; readonly about: Message } | undefined;
  /** In the notation of `parseKeys`. The first one is shown on buttons. */
  readonly keys: readonly string[];
  /** Drawn where the command is a button over rows. */
  readonly icon?: LucideIcon;
  /** It acts on the rows that are chosen or pointed at: the menu of a row has it, and with an icon also their buttons. */
  readonly onRows?: boolean;
  /** Its keys also work while the user types in a field. */
  readonly inFields?: boolean;
  /** It runs repeatedly while its key is held down. */
  readonly repeats?: boolean;
  /** It applies only while one of these panes has the focus; absent: wherever it is. */
  readonly places?: readonly Pane[];
  /** What has to be known before its key acts; absent: what its group needs. */
  readonly needs?: 'list' | 'article';
  /** It goes through lists, marks or changes them: a window of one dispatch is without it. Absent: what its group says. */
  readonly ofList?: boolean;
  /** Whether it applies now; absent: always. */
  readonly when?: (stores: Stores) => boolean;
  /** For a choice: whether it is the one that is on. */
  readonly isOn?: (stores: Stores) => boolean;
  /** `held`: the key has been held down since the last run. */
  readonly run: (stores: Stores, held?: boolean) => void;
}

const isOfList = ({ ofList, group, needs }: Command): boolean =>
  ofList ?? (group === 'lists' || (group === 'move' && needs !== 'article'));

/** True when a command applies now. */
export const available = (command: Command, stores: Stores): boolean =>
  !(stores.shell.getState().only === 'article' && isOfList(command)) &&
  (command.places?.includes(focusedPane()) ?? true) &&
  (command.when?.(stores) ?? true);

/** The title of a command as it applies now. */
export function titleOf(command: Command, stores: Stores, t: Translate): string {
  const named = command.named?.(stores);
  return named ? t(named.key, { what: t(named.about.key, named.about.values) }) : t(command.title);
}
