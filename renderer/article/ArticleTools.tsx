import { ArrowLeft, Copy, ExternalLink, FileDiff, Mail, MailOpen, Printer, Star, Tag } from 'lucide-react';
import { useStore } from 'zustand';
import type { Article } from '../../preload/contract/contract.ts';
import { IconButton } from '../common/IconButton.tsx';
import { firstLink } from '../common/plain-text.ts';
import { CommandButton } from '../parts/CommandButton.tsx';
import { isHidden, isRead } from '../state/article.ts';
import { useStores, useTexts } from '../state/context.ts';

interface Props {
  readonly article: Article | undefined;
  readonly narrow: boolean;
}

/** The toolbar of the article. */
export function ArticleTools({ article, narrow }: Props) {
  const { article: store, shell } = useStores();
  const t = useTexts();
  const hasTrail = useStore(store, (state) => state.trail.length > 0);
  const hidden = useStore(store, isHidden);
  return (
    <div role="toolbar" aria-label={t('article.toolbar')} className="article-tools toolbar">
      {narrow && !hasTrail && (
        <IconButton icon={ArrowLeft} label={t('pane.backToList')} onClick={() => shell.getState().show('list')} />
      )}
      {hasTrail && <CommandButton id="back" icon={ArrowLeft} />}
      <span className="spacer" />
      {article && (
        <>
          <CommandButton id="toggleRead" icon={isRead(article) ? MailOpen : Mail} />
          <CommandButton id="toggleBookmark" icon={Star} pressed={article.status.bookmarked} />
          {!hidden && article.previous && <CommandButton id="compare" icon={FileDiff} />}
          <CommandButton id="tags" icon={Tag} />
          {!hidden && <CommandButton id="copy" icon={Copy} />}
          {!hidden && firstLink(article.dispatch.body) !== undefined && (
            <CommandButton id="openLink" icon={ExternalLink} />
          )}
          {!hidden && <CommandButton id="print" icon={Printer} />}
        </>
      )}
    </div>
  );
}
