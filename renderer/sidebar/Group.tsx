import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import type { Section } from '../../preload/contract/contract.ts';
import { useStores, useTexts } from '../state/context.ts';

const NONE: readonly Section[] = [];

interface Props {
  readonly section: Section;
  /** Absent: the name of the section. */
  readonly title?: string | undefined;
  readonly children: ReactNode;
  /** The entry of the current list, if it is one of this section's: it stays in sight. */
  readonly current?: ReactNode;
}

/** A collapsible section of the sidebar. */
export function Group({ section, title, children, current }: Props) {
  const { settings } = useStores();
  const t = useTexts();
  const collapsed = useStore(settings, (state) => state.settings.folded ?? NONE);
  const closed = collapsed.includes(section);
  const toggle = () =>
    void settings
      .getState()
      .change({ folded: closed ? collapsed.filter((other) => other !== section) : [...collapsed, section] });
  const id = useId();
  return (
    <section className="group" aria-labelledby={id}>
      <h2>
        <button type="button" id={id} className="group-title" data-entry aria-expanded={!closed} onClick={toggle}>
          {title ?? t(`list.${section}`)}
          <ChevronDown aria-hidden="true" size={14} className={closed ? 'turned' : ''} />
        </button>
      </h2>
      {!closed && <ul>{children}</ul>}
      {closed && current && <ul>{current}</ul>}
    </section>
  );
}
