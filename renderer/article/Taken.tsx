import { UserCheck } from 'lucide-react';
import { useStore } from 'zustand';
import type { Article } from '../../preload/contract/contract.ts';
import { momentText } from '../common/time.ts';
import { useNow } from '../common/use-now.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';
import { nameOf } from '../state/sharing.ts';

/** Who is working on the dispatch, and since when. */
export function Taken({ article: { dispatch, status } }: { readonly article: Article }) {
  const { marks, sharing } = useStores();
  const t = useTexts();
  const clock = useClock();
  const now = useNow();
  const name = useStore(sharing, ({ info }) => nameOf(info));
  const { taken } = status;
  if (!taken) return null;
  const time = momentText(new Date(taken.at), now, clock);
  const isMine = taken.by === name;
  const put = (value: string | null) => void marks.getState().mark([dispatch.id], { taken: value });
  return (
    <div className="banner banner-wait" role="note">
      <UserCheck aria-hidden="true" size={18} />
      <span>{isMine ? t('taken.mine', { time }) : t('taken.by', { who: taken.by, time })}</span>
      {(isMine || name === undefined) && (
        <button type="button" className="button" onClick={() => put(null)}>
          {t('taken.giveBack')}
        </button>
      )}
      {!isMine && name !== undefined && (
        <button type="button" className="button" onClick={() => put(name)}>
          {t('taken.takeOver')}
        </button>
      )}
    </div>
  );
}
