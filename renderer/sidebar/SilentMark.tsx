import { VolumeX } from 'lucide-react';
import { useStore } from 'zustand';
import { momentText } from '../common/time.ts';
import { useClock, useStores, useTexts } from '../state/context.ts';

/** For a source that has sent nothing for longer than is usual for it: since when. Nothing for others. */
export function SilentMark({ source }: { readonly source: string }) {
  const { sidebar } = useStores();
  const t = useTexts();
  const clock = useClock();
  const since = useStore(sidebar, (state) => state.sidebar?.silent?.find(({ name }) => name === source)?.since);
  if (since === undefined) return null;
  const text = t('source.silent', { time: momentText(new Date(since), new Date(), clock) });
  return (
    <span className="silent" role="img" aria-label={text} title={text}>
      <VolumeX aria-hidden="true" size={14} />
    </span>
  );
}
