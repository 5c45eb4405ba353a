import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Tip } from './Tip.tsx';

interface Props {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Its shortcut, shown in the tooltip behind the label. */
  readonly hint?: string;
  /** The shortcut for screen readers, in the notation of aria-keyshortcuts. */
  readonly ariaKeys?: string;
  readonly pressed?: boolean;
  /** The icon is filled while pressed. */
  readonly fills?: boolean;
  /** Stands beside the icon where there is room; part of the label. */
  readonly word?: string;
  /** Its word needs less room than others' (data-main). */
  readonly main?: boolean;
  readonly onClick: () => void;
  /** For a button with a menu: whether it is open. */
  readonly menu?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with an icon, and a word where there is room; the label is its accessible name and tooltip. */
export function IconButton({
  icon: Icon,
  label,
  hint,
  ariaKeys,
  pressed,
  fills = false,
  word,
  main,
  onClick,
  menu,
  className = '',
  ref,
}: Props) {
  return (
    <Tip label={label} hint={hint}>
      <button
        ref={ref}
        type="button"
        className={`icon-button ${className}`}
        aria-label={label}
        aria-keyshortcuts={ariaKeys}
        data-main={main ? '' : undefined}
        aria-pressed={pressed}
        aria-haspopup={menu === undefined ? undefined : 'menu'}
        aria-expanded={menu}
        onClick={onClick}
      >
        <Icon aria-hidden="true" size={17} strokeWidth={1.75} fill={fills && pressed ? 'currentColor' : 'none'} />
        {word !== undefined && <span className="button-word">{word}</span>}
      </button>
    </Tip>
  );
}
