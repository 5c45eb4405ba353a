import type { Dispatch } from '../../preload/contract/contract.ts';
import { comparable } from '../common/plain-text.ts';
import { hasNumber } from '../state/article.ts';
import { useTexts } from '../state/context.ts';
import { type Change, changes } from './changes.ts';

function Word({ change: { text, kind } }: { readonly change: Change }) {
  const t = useTexts();
  if (kind === 'same') return text;
  const Tag = kind === 'inserted' ? 'ins' : 'del';
  return (
    <Tag>
      {/* Screen readers do not say what ins and del mean. Set apart: the direction of the text is not that of this word. */}
      <bdi className="visually-hidden">{t(`article.${kind}`)} </bdi>
      {text}
    </Tag>
  );
}

/** What the newer version says otherwise. */
export function Changes({ before, after }: { readonly before: Dispatch; readonly after: Dispatch }) {
  const t = useTexts();
  const { headline, version } = before;
  const title = hasNumber(version)
    ? t('article.compareTitle', { headline, version })
    : t('article.compareWith', { headline });
  const paragraphs = changes(comparable(before), comparable(after));
  const same = paragraphs.every((paragraph) => paragraph.every(({ kind }) => kind === 'same'));
  return (
    <section className="changes" aria-label={title}>
      <p className="quiet">{same ? t('article.noChange') : title}</p>
      {!same &&
        paragraphs.map((paragraph) => (
          <p key={paragraph[0]?.at} dir="auto">
            {paragraph.map((change) => (
              <Word key={change.at} change={change} />
            ))}
          </p>
        ))}
    </section>
  );
}
