import { useId, useState } from 'react';
import { useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  /** In UTF-16 units; 120 if absent. */
  readonly maxLength?: number;
  /** The error message for a text that is not accepted; undefined for one that is. */
  readonly validate?: (text: string) => string | undefined;
  readonly onDone: (text: string) => void;
}

/** A dialog that asks for one line of text. */
export function PromptDialog({ title, label, initial, maxLength = 120, validate, onDone }: Props) {
  const { shell } = useStores();
  const t = useTexts();
  const [text, setText] = useState(initial);
  const [error, setError] = useState<string>();
  const id = useId();
  const value = text.trim();
  return (
    <Modal title={title} className="dialog-small">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (value === '') return;
          const message = validate?.(value);
          setError(message);
          if (message !== undefined) return;
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
          maxLength={maxLength}
          required
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setText(event.target.value);
            setError(undefined);
          }}
        />
        {error !== undefined && (
          <p id={`${id}-error`} role="alert" className="field-error">
            {error}
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
