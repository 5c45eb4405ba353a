import { Unplug } from 'lucide-react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../state/context.ts';

/** A banner while the host cannot be reached. */
export function Disconnected() {
  const { shell } = useStores();
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
