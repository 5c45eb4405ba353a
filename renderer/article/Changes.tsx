import type { Dispatch } from '../../preload/contract/contract.ts';
import { comparableText } from '../common/plain-text.ts';
import { Shown } from '../common/Shown.tsx';
import { sourceName } from '../common/source.ts';
import { hasNumber } from '../state/article.ts';
import { useTexts } from '../state/context.ts';
import { type Change, wordDiff } from './word-diff.ts';

function Word({ change: { text, kind } }: { readonly change: Change }) {
  const t = useTexts();
  if (kind === 'same') return <Shown text={text} />;
  const Tag = kind === 'inserted' ? 'ins' : 'del';
  return (
    <Tag>
      {/* Screen readers do not announce ins and del. Isolated, so that it does not decide the writing direction. */}
      <bdi className="visually-hidden">{t(`article.${kind}`)} </bdi>
      <Shown text={text} />
    </Tag>
  );
}

/** The text of a version with its changes against an earlier one marked. */
export function Changes({
  before,
  after,
  changedOnly = false,
  isTelling = false,
}: {
  readonly before: Dispatch;
  readonly after: Dispatch;
  /** Only the paragraphs that have changed. */
  readonly changedOnly?: boolean;
  /** Another dispatch that tells the same story, not an earlier version. */
  readonly isTelling?: boolean;
}) {
  const t = useTexts();
  const { headline, version, source } = before;
  const title = isTelling
    ? t('article.comparedTelling', { headline, source: sourceName(source, t) })
    : hasNumber(version)
      ? t('article.compareTitle', { headline, version })
      : t('article.compareWith', { headline });
  const paragraphs = wordDiff(comparableText(before), comparableText(after));
  const isSame = (paragraph: readonly Change[]) => paragraph.every(({ kind }) => kind === 'same');
  const same = paragraphs.every(isSame);
  const shown = changedOnly ? paragraphs.filter((paragraph) => !isSame(paragraph)) : paragraphs;
  return (
    <section className="changes" aria-label={title}>
      <p className="quiet">
        <Shown text={same ? t(isTelling ? 'article.sameText' : 'article.noChange') : title} />
      </p>
      {!same &&
        shown.map((paragraph) => (
          <p key={paragraph[0]?.at} dir="auto">
            {paragraph.map((change) => (
              <Word key={change.at} change={change} />
            ))}
          </p>
        ))}
    </section>
  );
}
