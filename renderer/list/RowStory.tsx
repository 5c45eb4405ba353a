import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ListRow } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { sourceName } from '../common/source.ts';
import { useTexts } from '../state/context.ts';

/** The other agencies of a row's story, beside its own. */
export function OtherSources({ row: { source, story } }: { readonly row: ListRow }) {
  const t = useTexts();
  const others = story?.under === undefined ? (story?.sources.filter((other) => other !== source) ?? []) : [];
  if (others.length === 0) return null;
  return (
    <span dir="auto" className="row-others">
      <Shown text={others.map((other) => sourceName(other, t)).join(' · ')} />
    </span>
  );
}

/** How many agencies tell a row's story; a click opens it, where the list has more of its dispatches, or folds it. */
export function StoryBadge({ row: { story } }: { readonly row: ListRow }) {
  const t = useTexts();
  if (!story) return null;
  if (story.under !== undefined) return <span className="visually-hidden">{t('row.under')}</span>;
  const { sources, size, beneath, isOpen = false } = story;
  const text = sources.length > 1 ? t('row.agencies', { count: sources.length }) : t('row.tellings', { count: size });
  if (beneath.length === 0)
    return (
      <span className="badge badge-plain row-tellings">
        <bdi>{text}</bdi>
      </span>
    );
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <span className="badge badge-plain row-tellings row-story" data-action="story" title={t('command.toggleStory')}>
      <Icon aria-hidden="true" size={12} strokeWidth={2.25} />
      {/* A narrow row says the number only. */}
      <bdi className="row-story-words" data-count={sources.length > 1 ? sources.length : size}>
        {text}
      </bdi>
      <span className="visually-hidden">, {t(isOpen ? 'row.storyOpen' : 'row.storyFolded')}</span>
    </span>
  );
}
