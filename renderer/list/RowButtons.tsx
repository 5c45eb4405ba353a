import { Check, Star } from 'lucide-react';
import type { ListRow } from '../../preload/contract/contract.ts';
import { keyNames } from '../commands/keys.ts';
import { commands } from '../commands/table.ts';
import { isMac } from '../commands/use-keyboard.ts';
import { useLanguage, useTexts } from '../state/context.ts';

/** The first few that have an icon: more would cover the row. */
const MAX_BUTTONS = 3;
const BUTTONS = commands.filter(({ onRows, icon }) => onRows && icon !== undefined).slice(0, MAX_BUTTONS);

/** What a click in a row has hit: the id of a command, 'choose', or nothing but the row. */
export const actionOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-action]')?.dataset.action : undefined;

/**
 * Checkbox and buttons over a row, for the mouse. An option of a listbox has no controls of its own for others: who works with
 * keys or a screen reader has the same commands by key and in the row's menu.
 */
export function RowButtons({ row }: { readonly row: Pick<ListRow, 'bookmarked'> }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <>
      <span aria-hidden="true" className="row-check" data-action="choose" title={t('choice.row')}>
        <Check size={12} strokeWidth={3} />
      </span>
      <span aria-hidden="true" className="row-buttons">
        {BUTTONS.map(({ id, icon: Icon, title, keys: [key] }) => {
          const hint = key === undefined ? '' : ` (${keyNames(key, isMac(), language).join(' + ')})`;
          return (
            Icon && (
              <span key={id} className="icon-button" data-action={id} title={t(title) + hint}>
                <Icon size={15} strokeWidth={1.75} fill={Icon === Star && row.bookmarked ? 'currentColor' : 'none'} />
              </span>
            )
          );
        })}
      </span>
    </>
  );
}
