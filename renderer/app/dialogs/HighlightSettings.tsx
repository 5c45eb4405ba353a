import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../common/IconButton.tsx';
import { useStores, useTexts } from '../../state/context.ts';

const COLOURS = [1, 2, 3, 4, 5] as const;

/** Words that are coloured in lists and texts. */
export function HighlightSettings() {
  const { settings: store } = useStores();
  const t = useTexts();
  const { settings, change } = useStore(store);
  const highlights = settings.highlights ?? [];
  const [words, setWords] = useState('');
  const [colour, setColour] = useState<number>(COLOURS[0]);
  const id = useId();
  const text = words.trim();
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const others = highlights.filter((one) => one.words !== text);
    void change({ highlights: [...others, { words: text, colour }] });
    setWords('');
  };
  return (
    <>
      <p className="quiet">{t('settings.highlights.text')}</p>
      <ul className="highlights" aria-label={t('settings.highlights')}>
        {highlights.map((one) => (
          <li key={one.words}>
            <mark className={`standing standing-${one.colour}`}>
              <bdi>{one.words}</bdi>
            </mark>
            <IconButton
              icon={X}
              label={t('settings.highlights.remove', { words: one.words })}
              onClick={() => void change({ highlights: highlights.filter((other) => other !== one) })}
            />
          </li>
        ))}
      </ul>
      <form className="mute-form" onSubmit={add}>
        <label htmlFor={id} className="visually-hidden">
          {t('rules.mute')}
        </label>
        <input
          id={id}
          type="text"
          maxLength={100}
          placeholder={t('rules.mute')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <select
          aria-label={t('settings.highlights.colour')}
          value={colour}
          onChange={({ target }) => setColour(Number(target.value))}
        >
          {COLOURS.map((one) => (
            <option key={one} value={one}>
              {t(`colour.${one}`)}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {t('settings.highlights.add')}
        </button>
      </form>
    </>
  );
}
