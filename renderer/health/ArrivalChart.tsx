import { useState } from 'react';
import type { Health } from '../../preload/contract/contract.ts';
import { sourceName } from '../common/source.ts';
import { useClock, useTexts } from '../state/context.ts';

/** So many sources have a row of their own. */
const ROWS = 12;
const BAR_PX = 28;

function showToday(element: HTMLElement | null): void {
  if (element) element.scrollLeft = element.scrollWidth;
}

/** The least a bar shows of days that have dispatches. */
const LEAST_PX = 1.5;

/** The dispatches of each source and day: a table, whose cells are drawn as bars, all of one scale unless wished otherwise. */
export function ArrivalChart({ health }: { readonly health: Health }) {
  const t = useTexts();
  const clock = useClock();
  const [isOwnScale, setOwnScale] = useState(false);
  if (health.sources.length === 0) return <p className="quiet">{t('health.noArrivals')}</p>;
  const rest = health.sources.slice(ROWS);
  const sumOf = (rows: Health['sources']) =>
    health.days.map((_, i) => rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0));
  const rows = [
    ...health.sources.slice(0, ROWS).map(({ name, counts }) => ({ key: name, name: sourceName(name, t), counts })),
    ...(rest.length > 0
      ? [{ key: ' rest', name: t('health.others', { count: rest.length }), counts: sumOf(rest) }]
      : []),
  ];
  const day = new Intl.DateTimeFormat(clock.locale, { day: 'numeric', month: 'numeric' });
  const weekday = new Intl.DateTimeFormat(clock.locale, { weekday: 'short' });
  const mostOfAll = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const heightOf = (count: number, most: number) => (count === 0 ? 0 : Math.max(LEAST_PX, (count / most) * BAR_PX));
  const chart = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: in a narrow window it scrolls sideways, also by keyboard
    <section ref={showToday} className="arrivals-scroll" tabIndex={0} aria-label={t('health.chart')}>
      <table className="arrivals" aria-label={t('health.chart')}>
        <thead>
          <tr>
            <th scope="col">{t('health.source')}</th>
            {health.days.map((at) => (
              <th key={at} scope="col">
                {weekday.format(new Date(at))}
                <br />
                {day.format(new Date(at))}
              </th>
            ))}
            <th scope="col">{t('health.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, counts }) => {
            const most = isOwnScale ? Math.max(1, ...counts) : mostOfAll;
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                {counts.map((count, i) => (
                  <td key={health.days[i]}>
                    <svg width="100%" height={BAR_PX} aria-hidden="true">
                      <rect width="100%" y={BAR_PX - heightOf(count, most)} height={heightOf(count, most)} />
                    </svg>
                    {count.toLocaleString(clock.locale)}
                  </td>
                ))}
                <td>{counts.reduce((a, b) => a + b, 0).toLocaleString(clock.locale)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
  return (
    <>
      {chart}
      <label className="arrivals-scale">
        <input type="checkbox" checked={isOwnScale} onChange={({ target }) => setOwnScale(target.checked)} />
        {t('health.ownScale')}
      </label>
    </>
  );
}
