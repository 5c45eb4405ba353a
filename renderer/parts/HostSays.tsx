import type { Message } from '../../preload/contract/messages.ts';
import { Shown } from '../common/Shown.tsx';
import { hostText } from '../i18n/host-text.ts';
import { useLanguage } from '../state/context.ts';

/** A message of the host in the user's language, marked as English where it is that. */
export function HostSays({ children }: { readonly children: Message }) {
  const { text, lang } = hostText(children, useLanguage());
  return (
    <span lang={lang}>
      <Shown text={text} />
    </span>
  );
}
