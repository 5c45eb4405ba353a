import {
  AlarmClock,
  AppWindow,
  Copy,
  ExternalLink,
  FileDiff,
  FileText,
  Highlighter,
  type LucideIcon,
  Mail,
  MailOpen,
  Printer,
  Search,
  Star,
  Tag,
} from 'lucide-react';
import type { Article } from '../../preload/contract/contract.ts';
import { firstLink } from '../common/plain-text.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { isRead } from '../state/article.ts';

/** A button of the article's toolbar. */
export interface Action {
  /** Of the command it runs. */
  readonly id: string;
  readonly icon: (article: Article) => LucideIcon;
  /** What stands beside the icon where there is room. */
  readonly word: MessageKey;
  /** One of the most used: its word stands there before the others’. */
  readonly main?: boolean;
  /** For a toggle: whether it is on. */
  readonly pressed?: (article: Article) => boolean;
  /** Only where the text is shown: not for killed copy. */
  readonly needsText?: boolean;
  /** Only for these articles; absent: for all. */
  readonly when?: (article: Article) => boolean;
}

/** All buttons of the toolbar, in their order. */
export const actions: readonly Action[] = [
  { id: 'toggleRead', icon: (article) => (isRead(article) ? MailOpen : Mail), word: 'action.toggleRead' },
  {
    id: 'toggleBookmark',
    icon: () => Star,
    word: 'action.toggleBookmark',
    main: true,
    pressed: ({ status }) => status.bookmarked,
  },
  { id: 'tags', icon: () => Tag, word: 'action.tags' },
  { id: 'later', icon: () => AlarmClock, word: 'action.later' },
  { id: 'markPassage', icon: () => Highlighter, word: 'action.markPassage', main: true, needsText: true },
  {
    id: 'compare',
    icon: () => FileDiff,
    word: 'action.compare',
    needsText: true,
    when: ({ previous }) => previous !== undefined,
  },
  { id: 'find', icon: () => Search, word: 'action.find', main: true, needsText: true },
  { id: 'copy', icon: () => Copy, word: 'action.copy', main: true },
  {
    id: 'openLink',
    icon: () => ExternalLink,
    word: 'action.openLink',
    needsText: true,
    when: ({ dispatch }) => firstLink(dispatch.body) !== undefined,
  },
  { id: 'showFile', icon: () => FileText, word: 'action.showFile', needsText: true },
  { id: 'openWindow', icon: () => AppWindow, word: 'action.openWindow' },
  { id: 'print', icon: () => Printer, word: 'action.print', needsText: true },
];
