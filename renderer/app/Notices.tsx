import { Info, X } from 'lucide-react';
import { useStore } from 'zustand';
import { messageKey } from '../../preload/contract/messages.ts';
import { IconButton } from '../common/IconButton.tsx';
import { HostSays } from '../parts/HostSays.tsx';
import { useStores, useTexts } from '../state/context.ts';

/** The library's notices from when it was opened. */
export function Notices() {
  const { settings, shell } = useStores();
  const t = useTexts();
  const notices = useStore(settings, (state) => state.info?.notices);
  const dismissed = useStore(shell, (state) => state.noticesDismissed);
  if (dismissed || !notices || notices.length === 0) return null;
  return (
    <aside className="notices" aria-label={t('notices.region')}>
      <Info aria-hidden="true" size={17} />
      <ul>
        {notices.map((notice) => (
          <li key={messageKey(notice)}>
            <HostSays>{notice}</HostSays>
          </li>
        ))}
      </ul>
      <IconButton icon={X} label={t('notices.dismiss')} onClick={() => shell.getState().dismissNotices(true)} />
    </aside>
  );
}
