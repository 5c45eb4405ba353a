import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { drawThenFocus, focusPane } from '../commands/focus.ts';
import { commands } from '../commands/table.ts';
import { IconButton } from '../common/IconButton.tsx';
import { CommandButton } from '../parts/CommandButton.tsx';
import { useStores, useTexts } from '../state/context.ts';

const BAR_COMMANDS = commands.filter(({ onRows }) => onRows);

/** What can be done with the chosen rows; nothing while none are chosen. */
export function ChoiceBar() {
  const { chosen } = useStores();
  const t = useTexts();
  const { ids, clear } = useStore(chosen);
  return (
    <div className="choice">
      <span role="status" className={ids.size > 0 ? 'choice-count' : 'visually-hidden'}>
        {ids.size > 0 && t('choice.count', { count: ids.size })}
      </span>
      {ids.size > 0 && (
        <div role="toolbar" aria-label={t('choice.bar')} className="toolbar">
          {BAR_COMMANDS.map(({ id, icon }) => icon && <CommandButton key={id} id={id} icon={icon} />)}
          <IconButton
            icon={X}
            label={t('choice.cancel')}
            hint="Esc"
            ariaKeys="Escape"
            onClick={() => drawThenFocus(clear, () => focusPane('list'))}
          />
        </div>
      )}
    </div>
  );
}
