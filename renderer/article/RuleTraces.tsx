import { Funnel } from 'lucide-react';
import type { Article, StatusChange, StatusView } from '../../preload/contract/contract.ts';
import { Shown } from '../common/Shown.tsx';
import { useStores, useTexts } from '../state/context.ts';

type Trace = NonNullable<StatusView['rules']>[number];

/** The change that takes back what a rule did; without its mark, the rule does not act on this dispatch again. */
function revertOf({ id, did }: Trace): StatusChange {
  const fields = did.map((deed) => (typeof deed === 'string' ? FIELDS[deed] : `tag:${deed.tag}`));
  return Object.fromEntries([...fields, `rule:${id}`].map((field) => [field, null]));
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
              <span key={typeof deed === 'string' ? deed : deed.tag}>
                {' · '}
                <Shown text={typeof deed === 'string' ? t(`rules.did.${deed}`) : t('rules.did.tag', deed)} />
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
