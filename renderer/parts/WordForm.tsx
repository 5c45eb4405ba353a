import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../state/context.ts';

interface Props {
  /** What goes with the word: values and their labels; the first is chosen until another is. */
  readonly choices: readonly (readonly [value: number, label: string])[];
  readonly choiceLabel: string;
  readonly submit: string;
  /** `word` is trimmed and has a letter or a digit. */
  readonly onAdd: (word: string, choice: number) => void;
}

/** A field for a word or phrase, and a choice of what goes with it. */
export function WordForm({ choices, choiceLabel, submit, onAdd }: Props) {
  const t = useTexts();
  const [word, setWord] = useState('');
  const [choice, setChoice] = useState(choices[0]?.[0] ?? 0);
  const id = useId();
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!/[\p{L}\p{N}]/u.test(word)) return;
    onAdd(word.trim(), choice);
    setWord('');
  };
  return (
    <form className="mute-form" onSubmit={add}>
      <label htmlFor={id} className="visually-hidden">
        {t('rules.mute')}
      </label>
      <input
        id={id}
        type="text"
        maxLength={100}
        placeholder={t('rules.mute')}
        value={word}
        onChange={({ target }) => setWord(target.value)}
      />
      <select aria-label={choiceLabel} value={choice} onChange={({ target }) => setChoice(Number(target.value))}>
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        {submit}
      </button>
    </form>
  );
}
