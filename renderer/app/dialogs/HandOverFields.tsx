import { useId } from 'react';
import { HandOverFormat, type Rule } from '../../../preload/contract/contract.ts';
import { useStores, useTexts } from '../../state/context.ts';

type HandOver = Rule['actions']['handOver'];

interface Props {
  readonly handOver: HandOver;
  readonly onChange: (handOver: HandOver) => void;
}

/** Whether a rule hands dispatches over, in which format, and to which folder. */
export function HandOverFields({ handOver, onChange }: Props) {
  const { ask, toasts } = useStores();
  const t = useTexts();
  const id = useId();
  const choose = async () => {
    const answer = await ask('rules.folder', {});
    if (answer?.reason) toasts.getState().show({ said: answer.reason, tone: 'error' });
    if (handOver && answer?.folder !== undefined) onChange({ ...handOver, folder: answer.folder });
  };
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={handOver !== undefined}
          onChange={({ target }) => onChange(target.checked ? { format: 'txt' } : undefined)}
        />
        {t('rules.handOver')}
      </label>
      {handOver && (
        <div className="rule-hand-over">
          <label htmlFor={id}>{t('rules.handOverFormat')}</label>
          <select
            id={id}
            value={handOver.format}
            onChange={({ target }) => {
              const format = HandOverFormat.safeParse(target.value).data;
              if (format) onChange({ ...handOver, format });
            }}
          >
            {HandOverFormat.options.map((format) => (
              <option key={format} value={format}>
                {t(`export.format.${format}`)}
              </option>
            ))}
          </select>
          <code className="path">{handOver.folder ?? t('rules.handOverOwn')}</code>
          <button type="button" className="button" onClick={() => void choose()}>
            {t('rules.handOverChoose')}
          </button>
        </div>
      )}
    </>
  );
}
