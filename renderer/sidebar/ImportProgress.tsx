import { Pause, Play } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '../common/IconButton.tsx';
import { duration } from '../common/time.ts';
import { useStores, useTexts } from '../state/context.ts';

/** Progress of an import or rebuild; nothing while idle. */
export function ImportProgress() {
  const { ask, sidebar } = useStores();
  const t = useTexts();
  const { state, done, total, rate, secondsLeft } = useStore(sidebar, (state) => state.progress);
  if (state === 'idle') return null;
  const paused = state === 'paused';
  const label = t(`progress.${state}`);
  const parts = [
    ...(total > 0 ? [t('progress.of', { done, total })] : []),
    ...(rate >= 1 && !paused ? [t('progress.rate', { rate: Math.round(rate) })] : []),
    ...(secondsLeft !== undefined && !paused ? [t('progress.left', { time: duration(secondsLeft) })] : []),
  ];
  return (
    <div className="progress">
      <div className="progress-head">
        <span>{label}</span>
        {state !== 'rebuilding' && (
          <IconButton
            icon={paused ? Play : Pause}
            label={t(paused ? 'progress.resume' : 'progress.pause')}
            onClick={() => void ask(paused ? 'import.resume' : 'import.pause', {})}
          />
        )}
      </div>
      <progress aria-label={label} max={Math.max(1, total)} value={done} />
      <span className="progress-text">{parts.join(' · ')}</span>
    </div>
  );
}
