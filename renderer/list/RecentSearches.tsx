import { Menu } from '@base-ui/react/menu';
import { useStore } from 'zustand';
import { OpenMenu } from '../parts/OpenMenu.tsx';
import { useStores, useTexts } from '../state/context.ts';
import { recentSearches } from '../state/recent-searches.ts';

interface Props {
  /** What the menu opens at. */
  readonly at: () => Element | null;
  readonly onClose: () => void;
  readonly onTry: (search: string) => void;
}

/** A menu of the last searches, to search again. */
export function RecentSearches({ at, onClose, onTry }: Props) {
  const { settings } = useStores();
  const t = useTexts();
  const searches = useStore(settings, recentSearches);
  return (
    <OpenMenu label={t('searches.recent')} at={at} onClose={onClose}>
      {searches.length === 0 && (
        <Menu.Item className="menu-item quiet" disabled>
          {t('searches.none')}
        </Menu.Item>
      )}
      {searches.map((search) => (
        <Menu.Item key={search} className="menu-item search-example" onClick={() => onTry(search)}>
          {search}
        </Menu.Item>
      ))}
    </OpenMenu>
  );
}
