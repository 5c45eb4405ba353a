import { type ReactNode, useId, useState } from 'react';
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
}

/** A field whose text filters choices by the words of their titles; Enter runs the chosen one. */
export function ChooseDialog({ title, label, choices }: Props) {
  const t = useTexts();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const words = foldText(text).split(/\s+/).filter(Boolean);
  const found = choices.filter((choice) => words.every((word) => foldText(choice.title).includes(word)));
  const chosen = Math.min(at, found.length - 1);
  return (
    <Modal title={title} className="dialog-palette">
      <input
        type="text"
        data-first
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[chosen] ? `${id}-${found[chosen].id}` : undefined}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, chosen + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1));
          else if (event.key === 'Enter') found[chosen]?.run();
          else return;
          event.preventDefault();
        }}
      />
      <div role="listbox" id={id} aria-label={title} className="palette-list" tabIndex={-1}>
        {found.map((choice, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
          <div
            key={choice.id}
            role="option"
            id={`${id}-${choice.id}`}
            aria-selected={index === chosen}
            ref={(element) => {
              if (index === chosen) element?.scrollIntoView?.({ block: 'nearest' });
            }}
            onClick={choice.run}
          >
            <span>{choice.title}</span>
            {choice.aside}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="quiet">{t('palette.none')}</p>}
    </Modal>
  );
}
