import { X } from 'lucide-react';
import { IconButton } from '../common/IconButton.tsx';
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
  readonly onClose: () => void;
  readonly onTry: (search: string) => void;
}

/** The search syntax, each rule with an example to try. */
export function SearchHelp({ onClose, onTry }: Props) {
  const t = useTexts();
  return (
    <section className="search-help" aria-label={t('search.help.title')}>
      <header>
        <h3>{t('search.help.title')}</h3>
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
    </section>
  );
}
