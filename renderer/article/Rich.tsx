import { Fragment, type ReactNode } from 'react';
import type { RichText } from '../../preload/contract/contract.ts';
import { findWords } from '../../preload/text/find-words.ts';
import { openLink } from '../commands/article-commands.ts';
import { useReader } from '../state/context.ts';
import { type Piece, pieces } from './pieces.ts';

function dressed({ text, bold, italic, hit }: Piece): ReactNode {
  let dress: ReactNode = text;
  if (hit) dress = <mark>{dress}</mark>;
  if (italic) dress = <em>{dress}</em>;
  if (bold) dress = <strong>{dress}</strong>;
  return dress;
}

/** Marked-up text: always React text, never HTML. Links open outside of the reader. */
export function Rich({ text, words }: { readonly text: RichText; readonly words: readonly string[] }) {
  const reader = useReader();
  return pieces(text, findWords(text.text, words)).map((piece) => {
    const { href, at } = piece;
    if (href === undefined) return <Fragment key={at}>{dressed(piece)}</Fragment>;
    return (
      <a
        key={at}
        href={href}
        title={href}
        rel="noreferrer"
        onClick={(event) => {
          event.preventDefault();
          void openLink(reader, href);
        }}
        // The middle button would open a window of its own.
        onAuxClick={(event) => event.preventDefault()}
      >
        {dressed(piece)}
      </a>
    );
  });
}
