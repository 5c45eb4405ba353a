import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { isActive, type Rule } from '../../../preload/contract/contract.ts';
import { IconButton } from '../../common/IconButton.tsx';
import { Shown } from '../../common/Shown.tsx';
import { DAY, fullDate } from '../../common/time.ts';
import { WordForm } from '../../parts/WordForm.tsx';
import { useClock, useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';
import { type Draft, RuleDialog } from './RuleDialog.tsx';

const NEW: Draft = { name: '', search: '', on: true, actions: {} };
/** Days a word can be muted for; 0: for good. */
const MUTE_DAYS = [0, 1, 7, 30] as const;

/** All rules and muted words. */
export function RulesDialog() {
  const { rules: store } = useStores();
  const t = useTexts();
  const rules = useStore(store, (state) => state.rules);
  const [draft, setDraft] = useState<Draft>();
  if (draft) return <RuleDialog draft={draft} onDone={() => setDraft(undefined)} />;
  const own = rules.filter(({ mutes }) => mutes === undefined);
  const muted = rules.filter(({ mutes }) => mutes !== undefined);
  return (
    <Modal title={t('rules.title')}>
      {own.length === 0 && <p className="quiet">{t('rules.none')}</p>}
      <ul className="rules" aria-label={t('rules.title')}>
        {own.map((rule) => (
          <RuleLine key={rule.id} rule={rule} onEdit={() => setDraft(rule)} />
        ))}
      </ul>
      <button type="button" className="button" onClick={() => setDraft(NEW)}>
        {t('rules.new')}
      </button>
      <h3>{t('rules.muted')}</h3>
      <p className="quiet">{t('rules.mutedText')}</p>
      <ul className="rules" aria-label={t('rules.muted')}>
        {muted.map((rule) => (
          <RuleLine key={rule.id} rule={rule} />
        ))}
      </ul>
      <MuteForm />
    </Modal>
  );
}

function RuleLine({ rule, onEdit }: { readonly rule: Rule; readonly onEdit?: () => void }) {
  const { rules } = useStores();
  const t = useTexts();
  const clock = useClock();
  const { id, name, on, until } = rule;
  const { save, remove, move } = rules.getState();
  return (
    <li>
      <label>
        <input type="checkbox" checked={on} onChange={() => void save({ ...rule, on: !on })} />
        <bdi>
          <Shown text={name} />
        </bdi>
      </label>
      {until !== undefined && (
        <span className="quiet">
          {isActive({ ...rule, on: true }, new Date())
            ? t('rules.ends', { date: fullDate(new Date(Date.parse(until) - 1).toISOString(), clock) })
            : t('rules.over')}
        </span>
      )}
      <span className="spacer" />
      {onEdit && (
        <>
          <IconButton icon={ArrowUp} label={t('rules.up', { name })} onClick={() => void move(id, -1)} />
          <IconButton icon={ArrowDown} label={t('rules.down', { name })} onClick={() => void move(id, 1)} />
          <IconButton icon={Pencil} label={t('rules.editNamed', { name })} onClick={onEdit} />
        </>
      )}
      <IconButton icon={Trash2} label={t('rules.delete', { name })} onClick={() => void remove(rule)} />
    </li>
  );
}

/** Adds a word whose dispatches are hidden from now on. */
function MuteForm() {
  const { rules } = useStores();
  const t = useTexts();
  const mute = (word: string, days: number) => {
    const text = word.replaceAll('"', ' ').trim();
    const until = days === 0 ? {} : { until: new Date(Date.now() + days * DAY).toISOString() };
    void rules.getState().save({
      name: text,
      mutes: text,
      search: `"${text}"`,
      on: true,
      actions: { hide: true },
      ...until,
    });
  };
  return (
    <WordForm
      choices={MUTE_DAYS.map((one) => [one, t(one === 0 ? 'rules.forGood' : 'rules.forDays', { count: one })] as const)}
      choiceLabel={t('rules.muteFor')}
      submit={t('rules.muteNow')}
      onAdd={mute}
    />
  );
}
