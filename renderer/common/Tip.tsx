import { Tooltip } from '@base-ui/react/tooltip';
import { type ReactElement, type ReactNode, useMemo } from 'react';

interface Told {
  readonly label: string;
  /** Its shortcut, behind the label. */
  readonly hint?: string | undefined;
}

/** One tooltip for all buttons: only one is ever shown. */
const tooltip = Tooltip.createHandle<Told>();

/** Names a button without a word where the pointer rests on it or the keyboard has brought the focus there. */
export function Tip({ label, hint, children }: Told & { readonly children: ReactElement }) {
  const payload = useMemo(() => ({ label, hint }), [label, hint]);
  return <Tooltip.Trigger handle={tooltip} payload={payload} render={children} />;
}

/** Around a window whose buttons have tooltips. */
export function Tooltips({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip.Provider>
      {children}
      <Tooltip.Root
        handle={tooltip}
        disableHoverablePopup
        onOpenChange={(open, details) => {
          if (open || details.reason !== 'escape-key') return;
          // The key also does what it does without a tooltip.
          details.cancel();
          details.allowPropagation();
          tooltip.close();
        }}
      >
        {({ payload }) => (
          <Tooltip.Portal>
            <Tooltip.Positioner className="tooltip-positioner" sideOffset={6}>
              <Tooltip.Popup role="tooltip" className="tooltip">
                {payload?.label}
                {payload?.hint !== undefined && <span className="menu-keys">{payload.hint}</span>}
              </Tooltip.Popup>
            </Tooltip.Positioner>
          </Tooltip.Portal>
        )}
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
