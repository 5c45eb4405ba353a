import { ArrowLeft } from 'lucide-react';
import { useStore } from 'zustand';
import type { Article } from '../../preload/contract/contract.ts';
import { IconButton } from '../common/IconButton.tsx';
import { CommandButton } from '../parts/CommandButton.tsx';
import { isHidden } from '../state/article.ts';
import { useStores, useTexts } from '../state/context.ts';
import { actions } from './actions.ts';

interface Props {
  readonly article: Article | undefined;
  readonly narrow: boolean;
}

/** The toolbar of the article: all that can be done with it. */
export function ArticleTools({ article, narrow }: Props) {
  const { article: store, shell } = useStores();
  const t = useTexts();
  const hasTrail = useStore(store, (state) => state.trail.length > 0);
  const hidden = useStore(store, isHidden);
  const shown = article
    ? actions.filter(({ needsText, when }) => !(needsText && hidden) && (when?.(article) ?? true))
    : [];
  return (
    <div role="toolbar" aria-label={t('article.toolbar')} className="article-tools toolbar">
      {narrow && !hasTrail && (
        <IconButton icon={ArrowLeft} label={t('pane.backToList')} onClick={() => shell.getState().show('list')} />
      )}
      {hasTrail && <CommandButton id="back" icon={ArrowLeft} />}
      <span className="spacer" />
      {article &&
        shown.map(({ id, icon, word, main, pressed }) => (
          <CommandButton
            key={id}
            id={id}
            icon={icon(article)}
            word={t(word)}
            {...(main && { main })}
            {...(pressed && { pressed: pressed(article) })}
          />
        ))}
    </div>
  );
}
