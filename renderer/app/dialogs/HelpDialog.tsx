import type { Settings } from '../../../preload/contract/contract.ts';
import type { Group } from '../../commands/command.ts';
import { keyNames } from '../../commands/keys.ts';
import { keysOf } from '../../commands/shortcuts.ts';
import { commands } from '../../commands/table.ts';
import { isMac } from '../../commands/use-keyboard.ts';
import { useLanguage, useShortcuts, useTexts } from '../../state/context.ts';
import { Modal } from './Modal.tsx';

const GROUPS: readonly Group[] = ['move', 'mark', 'article', 'lists', 'app'];

/** Keys of a focused saved search; they are no commands. */
const SAVED_SEARCH_KEYS = [
  { title: 'help.savedRename', keys: ['F2'] },
  { title: 'help.savedMove', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { title: 'help.savedDelete', keys: ['Delete'] },
] as const;

/** The keys of a group, one entry a title: commands with the same title (J and the arrow key) share one. */
function keysIn(
  group: Group,
  shortcuts: Settings['shortcuts'],
): { title: (typeof commands)[number]['title']; keys: string[] }[] {
  const inGroup = commands.filter((command) => command.group === group && keysOf(command, shortcuts).length > 0);
  const titles = [...new Set(inGroup.map((command) => command.title))];
  return titles.map((title) => ({
    title,
    keys: inGroup.filter((command) => command.title === title).flatMap((command) => keysOf(command, shortcuts)),
  }));
}

/** All keyboard shortcuts. */
export function HelpDialog() {
  const t = useTexts();
  const language = useLanguage();
  const shortcuts = useShortcuts();
  const mac = isMac();
  return (
    <Modal title={t('help.title')} className="dialog-wide">
      <p className="quiet">{t('help.note')}</p>
      <div className="help-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`group.${group}`)}</h3>
            <dl>
              {[...keysIn(group, shortcuts), ...(group === 'lists' ? SAVED_SEARCH_KEYS : [])].map(({ title, keys }) => (
                <div key={title}>
                  <dt>{t(title)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <span key={key}>
                        {keyNames(key, mac, language).map((name) => (
                          <kbd key={name}>{name}</kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
