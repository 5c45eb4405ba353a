import { Funnel } from 'lucide-react';
import type { Article, StatusChange, StatusView } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import type { Translate } from '../i18n/translate.ts';
import { useStores, useTexts } from '../state/context.ts';

type Trace = NonNullable<StatusView['rules']>[number];

/** The change that takes back what a rule did; without its mark, the rule does not act on this dispatch again. */
function revertOf({ id, did }: Trace): StatusChange {
  const fields = did.flatMap((deed) => {
    if (typeof deed === 'string') return FIELDS[deed];
    // What was handed over cannot be taken back.
    return 'tag' in deed ? `tag:${deed.tag}` : [];
  });
  return Object.fromEntries([...fields, `rule:${id}`].map((field) => [field, null]));
}

function deedText(deed: Trace['did'][number], t: Translate): string {
  if (typeof deed === 'string') return t(`rules.did.${deed}`);
  return 'tag' in deed ? t('rules.did.tag', deed) : t(`rules.did.handOver.${deed.handOver}`);
}

const FIELDS = { read: 'read', bookmark: 'bookmark', hide: 'hidden', later: 'later' } as const;

/** The rules that a dispatch has matched, with what they did and a way back. */
export function RuleTraces({ article: { dispatch, status } }: { readonly article: Article }) {
  const { marks } = useStores();
  const t = useTexts();
  const { rules = [] } = status;
  if (rules.length === 0) return null;
  return (
    <ul className="rule-traces" aria-label={t('rules.matched')}>
      {rules.map((trace) => (
        <li key={trace.id}>
          <Funnel aria-hidden="true" size={14} />
          <span>
            <bdi>
              <Shown text={t('rules.matchedBy', { name: trace.name })} />
            </bdi>
            {trace.did.map((deed) => (
              <span key={JSON.stringify(deed)}>
                {' · '}
                <Shown text={deedText(deed, t)} />
              </span>
            ))}
          </span>
          {trace.did.length > 0 && (
            <button
              type="button"
              className="link"
              onClick={() => void marks.getState().mark([dispatch.id], revertOf(trace))}
            >
              {t('rules.revert')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
