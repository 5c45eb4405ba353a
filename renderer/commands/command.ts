import type { MessageKey } from '../i18n/translate.ts';
import type { Reader } from '../state/reader.ts';

export type Group = 'move' | 'mark' | 'article' | 'lists' | 'app';

/** One thing the reader can do, however it is asked for: by key, palette, button or the host's menu. */
export interface Command {
  /** Also the name by which a menu of the host asks for it. */
  readonly id: string;
  readonly title: MessageKey;
  readonly group: Group;
  /** In the notation of `parseKeys`; the first is the one that is shown beside buttons. */
  readonly keys: readonly string[];
  /** Keys that work while a field is being typed in, too. */
  readonly inFields?: boolean;
  /** Done again and again while its key is held. */
  readonly repeats?: boolean;
  /** Absent: always. */
  readonly when?: (reader: Reader) => boolean;
  /** `held`: its key has not been let go since it did so last. */
  readonly run: (reader: Reader, held?: boolean) => void;
}

export const available = (command: Command, reader: Reader): boolean => command.when?.(reader) ?? true;
