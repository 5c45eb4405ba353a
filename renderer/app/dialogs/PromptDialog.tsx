import { useId, useState } from 'react';
import { useReader, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  /** Longest text that can be given, in characters. */
  readonly longest?: number;
  /** Why a text cannot be taken; undefined for one that can. */
  readonly wrong?: (text: string) => string | undefined;
  readonly onDone: (text: string) => void;
}

/** Asks for one line of text. */
export function PromptDialog({ title, label, initial, longest = 120, wrong, onDone }: Props) {
  const { shell } = useReader();
  const t = useTexts();
  const [text, setText] = useState(initial);
  const [mistake, setMistake] = useState<string>();
  const id = useId();
  const value = text.trim();
  return (
    <Modal title={title} className="dialog-small">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (value === '') return;
          const found = wrong?.(value);
          setMistake(found);
          if (found !== undefined) return;
          shell.getState().close();
          onDone(value);
        }}
      >
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="text"
          data-first
          value={text}
          maxLength={longest}
          required
          aria-invalid={mistake !== undefined}
          aria-describedby={mistake === undefined ? undefined : `${id}-mistake`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setText(event.target.value);
            setMistake(undefined);
          }}
        />
        {mistake !== undefined && (
          <p id={`${id}-mistake`} role="alert" className="field-mistake">
            {mistake}
          </p>
        )}
        <div className="buttons">
          <button type="button" className="button" onClick={() => shell.getState().close()}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button-main" disabled={value === ''}>
            {t('dialog.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
