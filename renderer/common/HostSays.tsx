import { useHostText } from '../state/context.ts';

/** What the host says of a file or of the library. */
export function HostSays({ children }: { readonly children: string }) {
  const { text, lang } = useHostText()(children);
  return <span lang={lang}>{text}</span>;
}
