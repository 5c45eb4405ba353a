import { Fragment, type ReactNode } from 'react';
import type { RichText } from '../../preload/contract/contract.ts';
import { findWords } from '../../preload/text/find-words.ts';
import { openLink } from '../commands/article-commands.ts';
import { Shown } from '../common/Shown.tsx';
import { useStores } from '../state/context.ts';
import { useStanding } from '../state/standing.ts';
import { type TextRun, textRuns } from './text-runs.ts';

function styled({ text, bold, italic, hit, colour }: TextRun): ReactNode {
  let node: ReactNode = <Shown text={text} />;
  if (colour !== undefined && !hit) node = <mark className={`standing standing-${colour}`}>{node}</mark>;
  if (hit) node = <mark>{node}</mark>;
  if (italic) node = <em>{node}</em>;
  if (bold) node = <strong>{node}</strong>;
  return node;
}

/** Text with its marks and highlighted words: React text, never HTML. Links open in the system's browser. */
export function Rich({ text, words }: { readonly text: RichText; readonly words: readonly string[] }) {
  const stores = useStores();
  const standing = useStanding(text.text);
  return textRuns(text, findWords(text.text, words), standing).map((run) => {
    const { href, at } = run;
    if (href === undefined) return <Fragment key={at}>{styled(run)}</Fragment>;
    return (
      <a
        key={at}
        href={href}
        title={href}
        rel="noreferrer"
        onClick={(event) => {
          event.preventDefault();
          void openLink(stores, href);
        }}
        // The middle button would open another window.
        onAuxClick={(event) => event.preventDefault()}
      >
        {styled(run)}
      </a>
    );
  });
}
