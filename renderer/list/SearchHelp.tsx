import { Popover } from '@base-ui/react/popover';
import { X } from 'lucide-react';
import { IconButton } from '../common/IconButton.tsx';
import { focusNow } from '../parts/focus-now.ts';
import { useTexts } from '../state/context.ts';

const ROWS = [
  'words',
  'phrase',
  'near',
  'or',
  'not',
  'group',
  'prefix',
  'suffix',
  'headline',
  'place',
  'source',
  'category',
  'topic',
  'date',
  'state',
  'stateMore',
  'tag',
  'note',
  'urgency',
  'number',
  'version',
  'language',
] as const;

interface Props {
  /** What it opens at. */
  readonly at: () => Element | null;
  readonly onClose: () => void;
  readonly onTry: (search: string) => void;
}

/** The search syntax, each rule with an example to try. It stays while one searches, until it is closed. */
export function SearchHelp({ at, onClose, onTry }: Props) {
  const t = useTexts();
  return (
    <Popover.Root open onOpenChange={(_open, { reason }) => reason === 'escape-key' && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={at} align="end" sideOffset={6}>
          <Popover.Popup ref={focusNow} className="search-help" initialFocus={false} finalFocus={false}>
            <header>
              <Popover.Title>{t('search.help.title')}</Popover.Title>
              <IconButton icon={X} label={t('dialog.close')} onClick={onClose} />
            </header>
            <dl>
              {ROWS.map((row) => (
                <div key={row}>
                  <dt>
                    <button type="button" className="search-example" onClick={() => onTry(t(`search.example.${row}`))}>
                      {t(`search.example.${row}`)}
                    </button>
                  </dt>
                  <dd>{t(`search.help.${row}`)}</dd>
                </div>
              ))}
            </dl>
            <p>{t('search.help.umlauts')}</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
