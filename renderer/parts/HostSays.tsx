import { hostText } from '../i18n/host-text.ts';
import { useLanguage } from '../state/context.ts';

/** What the host says of a file or of the library. */
export function HostSays({ children }: { readonly children: string }) {
  const { text, lang } = hostText(children, useLanguage());
  return <span lang={lang}>{text}</span>;
}
