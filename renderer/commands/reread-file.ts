import type { Encoding } from '../../preload/contract/encoding.ts';
import type { Stores } from '../state/stores.ts';
import type { Revert } from '../state/undo.ts';

interface Shown {
  readonly id: string;
  readonly version: number;
}

/** Reads the file of a dispatch again in this encoding, null: in the one found out. It can be undone; a toast says what was done. */
export async function rereadFile(
  { ask, toasts, undo }: Stores,
  shown: Shown,
  encoding: Encoding | null,
): Promise<void> {
  const { show } = toasts.getState();
  const answer = await ask('file.reread', { ...shown, encoding });
  if (answer?.reason) show({ said: answer.reason, tone: 'error' });
  if (!answer?.done) return;
  const values = { encoding: encoding ?? 'auto' };
  const readAs =
    (wanted: Encoding | null, back: Encoding | null): Revert =>
    async () => {
      const again = await ask('file.reread', { id: shown.id, encoding: wanted });
      return again?.done ? { back: readAs(back, wanted) } : 'failed';
    };
  const id = `reread ${shown.id} ${shown.version}`;
  undo.getState().remember({
    id,
    done: { key: 'file.rereadDone', values },
    revert: readAs(answer.previous ?? null, encoding),
  });
  show({
    ...{ key: 'file.rereadDone', values, undoes: id },
    action: { label: { key: 'toast.undo' }, run: () => void undo.getState().undo(id) },
  });
}
