import { useStore } from 'zustand';
import type { Article } from '../../preload/contract/contract.ts';
import { distinctMessages, messageKey } from '../../preload/contract/messages.ts';
import { fileName, isFromServer } from '../common/file-name.ts';
import { filePlace } from '../common/file-place.ts';
import { Shown } from '../common/Shown.tsx';
import { fullTime } from '../common/time.ts';
import { topicName } from '../common/topic.ts';
import { HostSays } from '../parts/HostSays.tsx';
import { useClock, useStores, useTexts } from '../state/context.ts';

/** Where a dispatch came from: files, format, encoding, warnings. */
export function Origin({ article: { dispatch, files } }: { readonly article: Article }) {
  const { settings } = useStores();
  const t = useTexts();
  const folders = useStore(settings, ({ info }) => info?.wireFolders);
  const clock = useClock();
  const { file, categories, topics = [], number, slug, keywords, publishedRaw, receivedAt } = dispatch;
  const isGiven = (what: NonNullable<typeof file.given>[number]) => file.given?.includes(what) === true;
  const given = (value = '') => t('folders.given', { value });
  const rows: [string, string | undefined][] = [
    [t('article.number'), number],
    [t('article.slug'), slug],
    [t('article.categories'), categories.join(', ')],
    [t('article.topics'), topics.map((topic) => topicName(topic, t)).join(' · ')],
    [t('article.keywords'), keywords.join(', ')],
    [t('article.timeRaw'), isGiven('zone') ? `${publishedRaw ?? ''} (${t('folders.zoneGiven')})` : publishedRaw],
    [t('article.received'), fullTime(receivedAt, clock)],
    [t('article.format'), file.format],
    [
      t('article.encoding'),
      isGiven('file-encoding')
        ? t('folders.chosen', { value: file.encoding })
        : isGiven('encoding')
          ? given(file.encoding)
          : file.encoding,
    ],
    [t('folders.source'), isGiven('source') ? given(dispatch.source) : undefined],
    [t('folders.rights'), isGiven('rights') ? given(dispatch.rights) : undefined],
  ];
  return (
    <footer className="origin">
      <details>
        <summary>
          <span>
            <Shown text={fileName(file.path, t)} />
          </span>
          <span>{file.format}</span>
          {file.warnings.length > 0 && <span className="origin-warned">{t('article.warnings')}</span>}
        </summary>
        <dl>
          {rows
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">
                  <Shown text={value ?? ''} />
                </dd>
              </div>
            ))}
          <div>
            <dt>{t('article.files')}</dt>
            {(files.length > 0 ? files.map(({ path }) => path) : [file.path]).map((path) => (
              <dd key={path} className="path">
                <Shown text={isFromServer(path) ? t('article.fromServer') : filePlace(path, folders)} />
              </dd>
            ))}
          </div>
          {file.warnings.length > 0 && (
            <div>
              <dt>{t('article.warnings')}</dt>
              {distinctMessages(file.warnings).map((warning) => (
                <dd key={messageKey(warning)}>
                  <HostSays>{warning}</HostSays>
                </dd>
              ))}
            </div>
          )}
        </dl>
      </details>
    </footer>
  );
}
