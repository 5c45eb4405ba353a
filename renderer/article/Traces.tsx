import { AlarmClock } from 'lucide-react';
import type { Article } from '../../preload/contract/contract.ts';
import { momentText } from '../common/time.ts';
import { useNow } from '../common/use-now.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';

/** What was done with the dispatch that the user should know before reading on: put off until a time. */
export function Traces({ article: { dispatch, status } }: { readonly article: Article }) {
  const { marks } = useStores();
  const t = useTexts();
  const clock = useClock();
  const now = useNow();
  const { later } = status;
  if (later === undefined) return null;
  return (
    <div className="banner banner-wait">
      <AlarmClock aria-hidden="true" size={18} />
      <span>{t('later.until', { time: momentText(new Date(later), now, clock) })}</span>
      <button
        type="button"
        className="button"
        onClick={() => void marks.getState().mark([dispatch.id], { later: null, read: null })}
      >
        {t('later.now')}
      </button>
    </div>
  );
}
