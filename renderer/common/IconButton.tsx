import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';

interface Props {
  readonly icon: LucideIcon;
  readonly label: string;
  /** Its shortcut, shown in the tooltip behind the label. */
  readonly hint?: string;
  readonly pressed?: boolean;
  /** The icon is filled while pressed. */
  readonly fills?: boolean;
  /** Stands beside the icon where there is room; part of the label. */
  readonly word?: string;
  /** Its word needs less room than others' (data-main). */
  readonly main?: boolean;
  readonly onClick: () => void;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with an icon, and a word where there is room; the label is its accessible name and tooltip. */
export function IconButton({
  icon: Icon,
  label,
  hint,
  pressed,
  fills = false,
  word,
  main,
  onClick,
  className = '',
  ref,
}: Props) {
  return (
    <button
      ref={ref}
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      data-main={main ? '' : undefined}
      aria-pressed={pressed}
      title={hint ? `${label} (${hint})` : label}
      onClick={onClick}
    >
      <Icon aria-hidden="true" size={17} strokeWidth={1.75} fill={fills && pressed ? 'currentColor' : 'none'} />
      {word !== undefined && <span className="button-word">{word}</span>}
    </button>
  );
}
