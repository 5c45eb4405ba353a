import { type FormEvent, useEffect, useId, useState } from 'react';
import { LaterChoice, type Rule, type RulePreview } from '../../../preload/contract/contract.ts';
import { Shown } from '../../common/Shown.tsx';
import { useStores, useTexts } from '../../state/context.ts';
import { HandOverFields } from './HandOverFields.tsx';
import { Modal } from './Modal.tsx';

/** Milliseconds without a key before the search is tried. */
const PREVIEW_AFTER = 300;
const SWITCHES = ['alarm', 'read', 'bookmark', 'hide'] as const;

export type Draft = Omit<Rule, 'id'> & { readonly id?: string };

/** A rule, shown first with what it would have matched. */
export function RuleDialog({ draft, onDone }: { readonly draft: Draft; readonly onDone: () => void }) {
  const { rules } = useStores();
  const t = useTexts();
  const [rule, setRule] = useState(draft);
  const [applies, setApplies] = useState(false);
  const preview = usePreview(rule.search);
  const id = useId();
  const { actions } = rule;
  const act = (change: Rule['actions']) => setRule({ ...rule, actions: { ...actions, ...change } });
  const doesSomething =
    SWITCHES.some((name) => actions[name]) || Boolean(actions.tag?.trim() || actions.later || actions.handOver);
  const isValid =
    rule.name.trim() !== '' && rule.search.trim() !== '' && doesSomething && preview?.searchError === undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    const { tag, ...others } = actions;
    const named = { ...others, ...(tag?.trim() && { tag: tag.trim() }) };
    onDone();
    const saved = await rules.getState().save({ ...rule, name: rule.name.trim(), actions: named });
    if (saved && applies) await rules.getState().apply(saved);
  };
  return (
    <Modal title={t(draft.id === undefined ? 'rules.new' : 'rules.edit')}>
      <form className="rule-form" onSubmit={(event) => void save(event)}>
        <label htmlFor={`${id}-name`}>{t('rules.name')}</label>
        <input
          id={`${id}-name`}
          type="text"
          data-first
          required
          maxLength={120}
          value={rule.name}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => setRule({ ...rule, name: target.value })}
        />
        <label htmlFor={`${id}-search`}>{t('rules.search')}</label>
        <input
          id={`${id}-search`}
          type="text"
          required
          maxLength={2_000}
          spellCheck={false}
          value={rule.search}
          aria-invalid={preview?.searchError !== undefined}
          aria-describedby={`${id}-preview`}
          onChange={({ target }) => setRule({ ...rule, search: target.value })}
        />
        <Preview id={`${id}-preview`} preview={preview} />
        <fieldset>
          <legend>{t('rules.then')}</legend>
          {SWITCHES.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={actions[name] ?? false}
                onChange={({ target }) => act({ [name]: target.checked })}
              />
              {t(`rules.${name}`)}
            </label>
          ))}
          <label htmlFor={`${id}-tag`}>{t('rules.tag')}</label>
          <input
            id={`${id}-tag`}
            type="text"
            maxLength={80}
            value={actions.tag ?? ''}
            onChange={({ target }) => act({ tag: target.value })}
          />
          <label htmlFor={`${id}-later`}>{t('rules.later')}</label>
          <select
            id={`${id}-later`}
            value={actions.later ?? ''}
            onChange={({ target }) => {
              const { later: _before, ...others } = actions;
              const later = LaterChoice.safeParse(target.value).data;
              setRule({ ...rule, actions: { ...others, ...(later && { later }) } });
            }}
          >
            <option value="">{t('rules.notLater')}</option>
            {LaterChoice.options.map((choice) => (
              <option key={choice} value={choice}>
                {t(`later.${choice}`)}
              </option>
            ))}
          </select>
          <HandOverFields handOver={actions.handOver} onChange={(handOver) => setRule(withHandOver(rule, handOver))} />
          <label>
            <input
              type="checkbox"
              checked={rule.stops ?? false}
              onChange={({ target }) => setRule({ ...rule, stops: target.checked })}
            />
            {t('rules.stops')}
          </label>
        </fieldset>
        <Until until={rule.until} onChange={(until) => setRule(withUntil(rule, until))} />
        <label>
          <input type="checkbox" checked={applies} onChange={({ target }) => setApplies(target.checked)} />
          {t('rules.apply', { count: preview?.library ?? 0 })}
        </label>
        {applies && actions.handOver && <p className="quiet">{t('rules.applyHandsNothingOver')}</p>}
        <div className="buttons">
          <button type="button" className="button" onClick={onDone}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button-main" disabled={!isValid}>
            {t('dialog.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function withHandOver(rule: Draft, handOver: Rule['actions']['handOver']): Draft {
  const { handOver: _before, ...actions } = rule.actions;
  return { ...rule, actions: { ...actions, ...(handOver && { handOver }) } };
}

function withUntil({ until: _before, ...rule }: Draft, until: string | undefined): Draft {
  return { ...rule, ...(until !== undefined && { until }) };
}

/** The day after which the rule does nothing. */
function Until({ until, onChange }: { until: string | undefined; onChange: (until: string | undefined) => void }) {
  const t = useTexts();
  const id = useId();
  const day = until === undefined ? '' : new Date(Date.parse(until) - 1).toLocaleDateString('sv-SE');
  return (
    <div className="rule-until">
      <label htmlFor={id}>{t('rules.until')}</label>
      <input
        id={id}
        type="date"
        value={day}
        onChange={({ target: { valueAsDate } }) => {
          if (!valueAsDate) onChange(undefined);
          // The field gives the day in UTC.
          else
            onChange(
              new Date(
                valueAsDate.getUTCFullYear(),
                valueAsDate.getUTCMonth(),
                valueAsDate.getUTCDate() + 1,
              ).toISOString(),
            );
        }}
      />
    </div>
  );
}

function usePreview(search: string): RulePreview | undefined {
  const { ask } = useStores();
  const [preview, setPreview] = useState<RulePreview>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = search.trim() === '' ? undefined : await ask('rules.preview', { search });
      if (isCurrent) setPreview(answer);
    }, PREVIEW_AFTER);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, search]);
  return preview;
}

function Preview({ id, preview }: { readonly id: string; readonly preview: RulePreview | undefined }) {
  const t = useTexts();
  return (
    <div id={id} className="rule-preview" role="status">
      {preview?.searchError && <p className="field-error">{t(`search.error.${preview.searchError.reason}`)}</p>}
      {preview && !preview.searchError && (
        <>
          <p>{t('rules.would', { count: preview.week.matched, of: preview.week.of })}</p>
          <ul>
            {preview.rows.map((row) => (
              <li key={row.id} dir="auto">
                <Shown text={row.headline} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
