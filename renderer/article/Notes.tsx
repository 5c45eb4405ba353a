import type { Note } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { useTexts } from '../state/context.ts';
import { isInSight } from './Rights.tsx';

/** The agency's notes to the desk, collapsed so that they are not copied by mistake. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const t = useTexts();
  const shown = notes.filter((note) => note.kind !== 'reason' && !isInSight(note));
  if (shown.length === 0) return null;
  const secret = shown.some((note) => note.kind === 'nonpublic');
  return (
    <details className="desk-notes">
      <summary>{t(secret ? 'article.notes' : 'article.deskNotes')}</summary>
      <dl>
        {shown.map(({ kind, text }) => (
          <div key={`${kind} ${text}`}>
            <dt>{t(`note.${kind}`)}</dt>
            <dd dir="auto">
              <Shown text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
