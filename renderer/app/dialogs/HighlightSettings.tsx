import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '../../common/IconButton.tsx';
import { WordForm } from '../../parts/WordForm.tsx';
import { useStores, useTexts } from '../../state/context.ts';

const COLOURS = [1, 2, 3, 4, 5] as const;

/** Words that are coloured in lists and texts. */
export function HighlightSettings() {
  const { settings: store } = useStores();
  const t = useTexts();
  const { settings, change } = useStore(store);
  const highlights = settings.highlights ?? [];
  const add = (words: string, colour: number) =>
    void change({ highlights: [...highlights.filter((one) => one.words !== words), { words, colour }] });
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
      <WordForm
        choices={COLOURS.map((one) => [one, t(`colour.${one}`)] as const)}
        choiceLabel={t('settings.highlights.colour')}
        submit={t('settings.highlights.add')}
        onAdd={add}
      />
    </>
  );
}
