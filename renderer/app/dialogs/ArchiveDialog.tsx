import { useEffect, useState } from 'react';
import type { ArchiveHit, CallOut } from '../../../preload/contract/contract.ts';
import { Body } from '../../article/Body.tsx';
import { sourceName } from '../../common/source.ts';
import { fullTime } from '../../common/time.ts';
import { useClock, useStores, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

const NO_WORDS: readonly string[] = [];

type Opened = NonNullable<CallOut<'archive.get'>['archived']>;

/** What the newsroom's archive finds. A dispatch opened here comes into the library only with a bookmark. */
export function ArchiveDialog({ search }: { readonly search: string }) {
  const { ask, list, shell } = useStores();
  const t = useTexts();
  const [hits, setHits] = useState<readonly ArchiveHit[]>([]);
  const [total, setTotal] = useState(0);
  const [opened, setOpened] = useState<{ hit: ArchiveHit; found: Opened }>();
  const load = async (skip: number) => {
    const answer = await ask('archive.search', { search, skip });
    setTotal(answer?.found?.total ?? 0);
    setHits((before) => [...before.slice(0, skip), ...(answer?.found?.hits ?? [])]);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each search
  useEffect(() => void load(0), [search]);
  const open = async (hit: ArchiveHit) => {
    const answer = await ask('archive.get', hit.key);
    if (answer?.archived) setOpened({ hit, found: answer.archived });
  };
  const keep = async (hit: ArchiveHit) => {
    const answer = await ask('archive.keep', hit.key);
    if (answer?.id === undefined) return;
    shell.getState().close();
    list.getState().enter({ list: 'bookmarks' }, answer.id);
  };
  return (
    <Modal title={t('archive.title')}>
      {opened ? (
        <>
          <button type="button" className="button" onClick={() => setOpened(undefined)}>
            {t('archive.back')}
          </button>
          <Found {...opened} onKeep={() => void keep(opened.hit)} />
        </>
      ) : (
        <>
          <ul className="archive-hits">
            {hits.map((hit) => (
              <li key={hit.key.hash}>
                <button type="button" onClick={() => void open(hit)}>
                  <HitLine hit={hit} />
                </button>
              </li>
            ))}
          </ul>
          {hits.length < total && (
            <button type="button" className="button" onClick={() => void load(hits.length)}>
              {t('archive.more')}
            </button>
          )}
        </>
      )}
    </Modal>
  );
}

function HitLine({ hit: { headline, source, publishedAt, verdict } }: { readonly hit: ArchiveHit }) {
  const t = useTexts();
  const clock = useClock();
  return (
    <>
      <span className="quiet">
        {sourceName(source, t)} · {fullTime(publishedAt, clock)}
        {verdict && ` · ${t(verdict === 'kills' ? 'archive.killed' : 'archive.withheld')}`}
      </span>
      <span dir="auto">{headline}</span>
    </>
  );
}

function Found({ hit, found, onKeep }: { readonly hit: ArchiveHit; readonly found: Opened; onKeep(): void }) {
  const t = useTexts();
  const clock = useClock();
  const { dispatch, verdict } = found;
  const isHidden = verdict !== undefined || dispatch.status === 'killed' || dispatch.status === 'withheld';
  return (
    <article className="archive-text">
      <p>
        <HitLine hit={{ ...hit, headline: '' }} />
      </p>
      <h3 dir="auto">{dispatch.headline}</h3>
      {dispatch.embargoUntil !== undefined && (
        <p>{t('article.embargo', { time: fullTime(dispatch.embargoUntil, clock, 'short') })}</p>
      )}
      {isHidden ? <p>{t('archive.hiddenText')}</p> : <Body body={dispatch.body} words={NO_WORDS} />}
      <button type="button" className="button" onClick={onKeep}>
        {t('archive.keep')}
      </button>
    </article>
  );
}
