import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { useReader, useTexts } from '../state/context.ts';
import type { Section } from '../state/sidebar.ts';

/** A section of the sidebar that can be folded. */
export function Group({ section, children }: { readonly section: Section; readonly children: ReactNode }) {
  const { sidebar } = useReader();
  const t = useTexts();
  const closed = useStore(sidebar, (state) => state.closed.has(section));
  const id = useId();
  return (
    <section className="group" aria-labelledby={id}>
      <h2>
        <button
          type="button"
          id={id}
          className="group-title"
          data-entry
          aria-expanded={!closed}
          onClick={() => sidebar.getState().toggle(section)}
        >
          {t(`list.${section}`)}
          <ChevronDown aria-hidden="true" size={14} className={closed ? 'turned' : ''} />
        </button>
      </h2>
      {!closed && <ul>{children}</ul>}
    </section>
  );
}
