import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useStores, useTexts } from '../../state/context.ts';

interface LockableProps {
  /** As `AppInfo.locked` names it. */
  readonly name: string;
  readonly children: ReactNode;
}

/** A setting, which an administrator may have fixed: then it is shown, cannot be changed, and says why. */
export function Lockable({ name, children }: LockableProps) {
  const t = useTexts();
  const isLocked = useStore(useStores().settings, ({ info }) => info?.locked?.includes(name) === true);
  if (!isLocked) return children;
  return (
    <fieldset className="locked" disabled>
      {children}
      <p className="quiet">
        <Lock aria-hidden="true" size={13} /> {t('settings.locked')}
      </p>
    </fieldset>
  );
}
