import { Unplug } from 'lucide-react';
import { useStore } from 'zustand';
import { useReader, useTexts } from '../state/context.ts';

/** Says that nothing new is seen while the host cannot be reached; goes by itself when it can again. */
export function Disconnected() {
  const { shell } = useReader();
  const t = useTexts();
  const connection = useStore(shell, (state) => state.connection);
  if (connection === 'open') return null;
  return (
    <div role="alert" className="notices">
      <Unplug aria-hidden="true" size={17} />
      <p>{t(connection === 'refused' ? 'lost.text' : 'connection.lost')}</p>
    </div>
  );
}
