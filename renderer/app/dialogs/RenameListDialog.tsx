import { listTitle } from '../../parts/list-title.ts';
import { useListTitle } from '../../parts/use-list-title.ts';
import { useStores, useTexts } from '../../state/context.ts';
import { changeOwn, type GroupedList } from '../../state/own-lists.ts';
import { PromptDialog } from './PromptDialog.tsx';

/** Asks for the user's own name of a list; the list's own name takes it back. */
export function RenameListDialog({ list, value }: { readonly list: GroupedList; readonly value: string }) {
  const { settings } = useStores();
  const t = useTexts();
  const title = useListTitle();
  const query = { list, value };
  return (
    <PromptDialog
      title={t('lists.rename')}
      label={t('search.name')}
      initial={title(query)}
      onDone={(name) => {
        const isOwn = name !== listTitle(query, undefined, t);
        changeOwn(settings, query, { label: isOwn ? name : undefined });
      }}
    />
  );
}
