import { type FormEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import {
  ExportFormat,
  type ExportOfInput,
  type ExportPlan,
  type HeldDispatch,
  MAX_EXPORTED,
} from '../../../preload/contract/contract.ts';
import { exportFile } from '../../commands/export-commands.ts';
import { fullTime } from '../../common/time.ts';
import { listTitle } from '../../parts/list-title.ts';
import { useClock, useLanguage, useStores, useTexts } from '../../state/context.ts';
import { Choice, Toggle } from './controls.tsx';
import { Modal } from './Modal.tsx';

/** A calendar is of the agenda, which exports it. */
const FORMATS = ExportFormat.exclude(['ics']).options;
/** One page, not files. */
const PAGES: readonly ExportFormat[] = ['print', 'pdf'];

/** Asks in which format dispatches are exported, and says what is left out. */
export function ExportDialog({ of }: { readonly of: ExportOfInput }) {
  const stores = useStores();
  const t = useTexts();
  const language = useLanguage();
  const sidebar = useStore(stores.sidebar, (state) => state.sidebar);
  const isBrowser = useStore(stores.settings, ({ info }) => info?.host === 'browser');
  const [plan, setPlan] = useState<ExportPlan>();
  const [format, setFormat] = useState<ExportFormat>('html');
  const [own, setOwn] = useState(true);
  const [leads, setLeads] = useState(false);
  const [held, setHeld] = useState(false);
  const [each, setEach] = useState(false);
  useEffect(() => {
    void stores.ask('export.plan', { of }).then((answer) => setPlan(answer));
  }, [of, stores]);
  const title = 'query' in of ? titleOf(of.query.search, listTitle(of.query, sidebar, t)) : undefined;
  const going = plan === undefined ? 0 : plan.count - (held ? 0 : plan.held.length);
  /** A file of NITF has one dispatch. */
  const mustBeEach = format === 'nitf' && going > 1;
  const forWires = format === 'nitf' || format === 'ninjs';
  const start = (event: FormEvent) => {
    event.preventDefault();
    stores.shell.getState().close();
    void exportFile(stores, {
      of,
      format,
      language,
      own,
      leads,
      held,
      each: (each && !PAGES.includes(format)) || mustBeEach,
      ...(title !== undefined && { title }),
    });
  };
  return (
    <Modal title={t('export.heading')} className="dialog-export">
      <form onSubmit={start}>
        <p className="quiet" role="status">
          {plan && t('export.count', { count: going })}
          {title !== undefined && ` · ${title}`}
        </p>
        <Choice
          first
          label={t('export.format')}
          value={format}
          options={FORMATS.filter((name) => !(isBrowser && name === 'pdf')).map(
            (name) =>
              [name, t(isBrowser && name === 'print' ? 'export.format.printOrPdf' : `export.format.${name}`)] as const,
          )}
          onChange={setFormat}
        />
        {format !== 'json' && <Toggle label={t('export.leads')} value={leads} onChange={setLeads} />}
        {!forWires && <Toggle label={t('export.own')} value={own} onChange={setOwn} />}
        {going > 1 && !mustBeEach && !PAGES.includes(format) && (
          <Toggle label={t('export.each')} value={each} onChange={setEach} />
        )}
        {isBrowser && format === 'print' && <p className="quiet">{t('export.pdfHint')}</p>}
        {mustBeEach && <p className="quiet">{t('export.mustBeEach')}</p>}
        {plan && plan.beyond > 0 && <p className="export-warning">{t('export.beyond', { count: MAX_EXPORTED })}</p>}
        {plan && plan.held.length > 0 && <Held of={plan.held} included={held} onInclude={setHeld} />}
        {plan && plan.restricted.length > 0 && (
          <section className="export-warning" aria-label={t('rights.restricted')}>
            <h3>{t('export.restricted', { count: plan.restricted.length })}</h3>
            <ul>
              {plan.restricted.map(({ id, headline, rights }) => (
                <li key={id}>
                  <bdi>{headline}</bdi>
                  <span className="quiet">{rights}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className="buttons">
          <button type="submit" className="button-main" disabled={going === 0}>
            {t('export.start')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

const titleOf = (search: string | undefined, list: string): string => (search ? `${list}: ${search}` : list);

interface HeldProps {
  readonly of: readonly HeldDispatch[];
  readonly included: boolean;
  readonly onInclude: (included: boolean) => void;
}

/** What must not be published, each with its reason. */
function Held({ of, included, onInclude }: HeldProps) {
  const t = useTexts();
  const clock = useClock();
  const reason = ({ why, embargoUntil }: HeldDispatch): string =>
    why === 'embargoed' && embargoUntil !== undefined
      ? t('export.why.embargoedUntil', { time: fullTime(embargoUntil, clock, 'short') })
      : t(`export.why.${why}`);
  return (
    <section className="export-warning" aria-label={t('export.held', { count: of.length })}>
      <h3>{t(included ? 'export.heldIncluded' : 'export.held', { count: of.length })}</h3>
      <ul>
        {of.map((one) => (
          <li key={one.id}>
            <bdi>{one.headline}</bdi>
            <span className="quiet">{reason(one)}</span>
          </li>
        ))}
      </ul>
      <Toggle label={t('export.include')} value={included} onChange={onInclude} />
    </section>
  );
}
