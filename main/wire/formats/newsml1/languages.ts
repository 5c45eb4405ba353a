import { type Message, message } from '../../../../preload/contract/messages.ts';
import { attributeOf, everyElement, find, lineText, type MarkupElement, rawText } from '../../markup/markup.ts';

const primary = (language: string | undefined): string | undefined => language?.toLowerCase().split(/[-_]/, 1)[0];

/** Warnings that name the texts of an item in other languages than its own (NewsML 1.2, EquivalentsList), which are not shown. */
export function otherLanguages(item: MarkupElement, own: string | undefined): Message[] {
  const found = new Map<string, string>();
  for (const component of everyElement(item)) {
    const language = primary(attributeOf(component, 'xml:lang'));
    const isOther = component.name === 'NewsComponent' && language !== undefined && language !== primary(own);
    if (!isOther || found.has(language) || rawText(find(component, 'DataContent')).trim() === '') continue;
    found.set(language, lineText(find(component, 'HeadLine')) ?? '');
  }
  return [...found].map(([language, headline]) => message('text.other-language', { language, headline }));
}
