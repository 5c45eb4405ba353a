import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

type Clicked = Pick<ContextMenuParams, 'linkURL' | 'isEditable' | 'selectionText' | 'editFlags'>;

export interface ContextMenuActions {
  copyLink(url: string): void;
  /** Selects the text of the article: the role would select the whole window. */
  selectText(): void;
}

/** The context menu; empty unless there is a link, a field or selected text. */
export function contextMenuTemplate(
  { linkURL, isEditable, selectionText, editFlags }: Clicked,
  words: Words,
  { copyLink, selectText }: ContextMenuActions,
): MenuItemConstructorOptions[] {
  const link: MenuItemConstructorOptions[] =
    linkURL === '' ? [] : [{ label: words.copyLink, click: () => copyLink(linkURL) }];
  const copy: MenuItemConstructorOptions = { label: words.copy, role: 'copy', enabled: editFlags.canCopy };
  if (isEditable) {
    return [
      { label: words.cut, role: 'cut', enabled: editFlags.canCut },
      copy,
      { label: words.paste, role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { label: words.selectAll, role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  if (selectionText.trim() === '') return link;
  return [copy, ...link, { type: 'separator' }, { label: words.selectAll, click: selectText }];
}
