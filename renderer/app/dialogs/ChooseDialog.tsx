import { Autocomplete } from '@base-ui/react/autocomplete';
import { type ReactNode, useMemo, useState } from 'react';
import { foldText } from '../../../preload/text/folded-text.ts';
import { useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

interface Choice {
  readonly id: string;
  readonly title: string;
  /** Right of the title. */
  readonly aside?: ReactNode;
  readonly run: () => void;
}

interface Props {
  readonly title: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** How many are offered at once; absent: all. Each costs every letter that is typed, and more letters find the others. */
  readonly limit?: number;
}

/** A field whose text filters choices by the words of their titles; Enter runs the chosen one. */
export function ChooseDialog({ title, label, choices, limit = choices.length }: Props) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const folded = useMemo(() => choices.map((choice) => [choice, foldText(choice.title)] as const), [choices]);
  const words = foldText(typed).split(/\s+/);
  const found = folded.filter(([, text]) => words.every((word) => text.includes(word)));
  const shown = found.slice(0, limit).map(([choice]) => choice);
  return (
    <Modal title={title} className="dialog-palette">
      <Autocomplete.Root
        inline
        open
        items={shown}
        itemToStringValue={(choice: Choice) => choice.title}
        filter={null}
        value={typed}
        onValueChange={setTyped}
        autoHighlight="always"
        keepHighlight
      >
        <Autocomplete.Input type="text" data-first aria-label={label} placeholder={label} />
        <Autocomplete.List className="palette-list" aria-label={title}>
          {(choice: Choice) => (
            <Autocomplete.Item key={choice.id} value={choice} className="menu-item" onClick={choice.run}>
              <span>{choice.title}</span>
              {choice.aside}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
        {found.length > shown.length && (
          <p className="palette-more quiet">{t('palette.more', { count: found.length - shown.length })}</p>
        )}
        <Autocomplete.Empty className="quiet">{t('palette.none')}</Autocomplete.Empty>
      </Autocomplete.Root>
    </Modal>
  );
}
