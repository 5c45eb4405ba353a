import type { Block } from '../../preload/contract/contract.ts';
import { useTexts } from '../state/context.ts';
import { BodyTable } from './BodyTable.tsx';
import { directionOf } from './direction.ts';
import { Rich } from './Rich.tsx';

interface BlockProps {
  readonly block: Block;
  readonly words: readonly string[];
  /** Writing direction of tables and lists. */
  readonly dir: 'rtl' | 'auto';
}

function BodyBlock({ block, words, dir }: BlockProps) {
  const t = useTexts();
  switch (block.type) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Rich text={block} words={words} />
        </p>
      );
    case 'heading': {
      // The headline of the article is the h1.
      const Heading = block.level <= 2 ? 'h2' : block.level === 3 ? 'h3' : 'h4';
      return (
        <Heading dir="auto">
          <Rich text={block} words={words} />
        </Heading>
      );
    }
    case 'quote':
      return (
        <blockquote dir="auto">
          <Rich text={block} words={words} />
        </blockquote>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List dir={dir}>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a dispatch never changes its items
            <li key={at}>
              <Rich text={item} words={words} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <BodyTable table={block} words={words} dir={dir} />;
    case 'preformatted':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls wide text
        <section className="scroll-x" tabIndex={0} aria-label={t('article.text')}>
          <pre dir="auto">
            <Rich text={block} words={words} />
          </pre>
        </section>
      );
  }
}

/** The body of a dispatch; `words` are highlighted. */
export function Body({ body, words }: { readonly body: readonly Block[]; readonly words: readonly string[] }) {
  const t = useTexts();
  if (body.length === 0) return <p className="quiet">{t('article.noBody')}</p>;
  const dir = directionOf(body);
  // biome-ignore lint/suspicious/noArrayIndexKey: a dispatch never changes its blocks
  return body.map((block, at) => <BodyBlock key={at} block={block} words={words} dir={dir} />);
}
