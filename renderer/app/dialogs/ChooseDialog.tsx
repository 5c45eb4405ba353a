import { Autocomplete } from '@base-ui/react/autocomplete';
import type { ReactNode } from 'react';
import { foldText } from '../../../preload/text/folded-text.ts';
import { useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

/** More than there are commands. A library may have thousands of lists; more letters find the others. */
const MAX_SHOWN = 200;

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
}

/** A field whose text filters choices by the words of their titles; Enter runs the chosen one. */
export function ChooseDialog({ title, label, choices }: Props) {
  const t = useTexts();
  return (
    <Modal title={title} className="dialog-palette">
      <Autocomplete.Root
        inline
        open
        items={choices}
        itemToStringValue={(choice: Choice) => choice.title}
        filter={hasWords}
        limit={MAX_SHOWN}
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
        <Autocomplete.Empty className="quiet">{t('palette.none')}</Autocomplete.Empty>
      </Autocomplete.Root>
    </Modal>
  );
}

function hasWords({ title }: Choice, typed: string): boolean {
  const folded = foldText(title);
  return foldText(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
