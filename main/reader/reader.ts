import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Message, message, messageKey } from '../../preload/contract/messages.ts';
import { messageOf } from '../errors.ts';
import { Library } from '../library/library.ts';
import { silent } from '../log/log.ts';
import { NO_POLICY } from '../policy/policy.ts';
import { joinByFile } from '../sharing/join-by-file.ts';
import { Sharing } from '../sharing/sharing.ts';
import { BackupKeeper } from './backups.ts';
import { DayTurn } from './day-turn.ts';
import { Digests } from './digests.ts';
import { Events } from './events.ts';
import { defaultDataFolder } from './folders.ts';
import { makeHandlers } from './handlers.ts';
import { localLists } from './local-lists.ts';
import { loggedHandlers } from './logged.ts';
import { openFile } from './open-file.ts';
import { ReadingPositions } from './reading-positions.ts';
import { HandOvers } from './rules/hand-overs.ts';
import { openRules } from './rules/rules-file.ts';
import { greet, openSettings } from './settings-file.ts';
import { SilenceWatch } from './silence.ts';
import { throttle } from './throttle.ts';
import type { Reader, ReaderOptions } from './types.ts';
import { Waker } from './waker.ts';
import { Alarms } from './watch/alarms.ts';
import { Watch } from './watch/watch.ts';
import { WireDesk } from './wire-desk.ts';
import { wireFoldersOf } from './wire-folders.ts';
import { wishesOf } from './wishes.ts';

export { LibraryInUse } from '../library/library.ts';
export type { Keychain } from '../sharing/secret.ts';
export type { Host, Reader, ReaderOptions } from './types.ts';

/** Milliseconds between events: during an import the library changes many times a second. */
const CHANGES_EVERY_MS = 300;

/** Opens library and wire folder and starts watching. Rejects with LibraryInUse if another process has the library open. */
export async function openReader(options: ReaderOptions): Promise<Reader> {
  const { policy = NO_POLICY } = options;
  const dataFolder = resolve(policy.dataFolder ?? options.data ?? defaultDataFolder());
  const { log = silent } = options;
  const began = performance.now();
  const events = new Events();
  const notices: Message[] = [];
  let generation = 0;
  const changes = throttle(CHANGES_EVERY_MS, () => events.emit('library.changed', { generation }));
  const changed = (latest: number): void => {
    generation = latest;
    changes.call();
    void waker?.look();
    sharing?.poke();
  };
  let desk: WireDesk | undefined;
  let waker: Waker | undefined;
  let watch: Watch | undefined;
  let sharing: Sharing | undefined;
  let backups: BackupKeeper | undefined;
  let digests: Digests | undefined;
  let handOvers: HandOvers | undefined;
  const indexOf = (notice: Message) => notices.findIndex((one) => messageKey(one) === messageKey(notice));
  const notice = (one: Message): void => {
    if (indexOf(one) >= 0) return;
    notices.push(one);
    log.note('notice', { code: one.code });
    desk?.tellAppChanged();
  };
  const over = (one: Message): void => {
    const at = indexOf(one);
    if (at >= 0) notices.splice(at, 1);
    desk?.tellAppChanged();
  };
  const library = await Library.open(dataFolder, {
    arrived: (arrived) => void watch?.arrived(arrived),
    changed,
    rebuilding: (progress) => {
      desk?.rebuilding(progress);
      if (!progress) sharing?.rebuilt();
    },
    failed: (error) => notice(messageOf(error)),
    notices: (several) => several.forEach(notice),
    over,
  });
  const silence = new SilenceWatch(library, () => changed(library.touch()));
  const days = new DayTurn(() => changed(library.touch()));
  const closing = new AbortController();
  const close = async () => {
    closing.abort();
    days.stop();
    waker?.stop();
    await sharing?.close();
    await handOvers?.stop();
    await digests?.stop();
    await backups?.stop();
    silence.stop();
    changes.stop();
    await desk?.close();
    await watch?.close();
    await library.close();
    log.note('closed');
  };
  try {
    // After the lock: a second process must not set aside the first one's settings.
    const isFirstStart = library.isNew && !existsSync(join(dataFolder, 'settings.json'));
    const settings = openSettings(dataFolder, notice, policy.settings);
    if (policy.wrong.length > 0) notice(message('policy.wrong', { names: policy.wrong.join(', ') }));
    backups = new BackupKeeper({
      dataFolder,
      folder: () => settings.data.backups ?? join(dataFolder, 'backups'),
      settings: () => settings.data.settings,
      notice,
    });
    const wires = new WireDesk({ library, settings, events, notices, options, dataFolder });
    desk = wires;
    void library.retain(settings.data.settings.retention).catch((error: unknown) => notice(messageOf(error)));
    const rules = openRules(dataFolder, notice);
    const alarms = new Alarms(dataFolder, notice, (all, raised) =>
      events.emit('alarms.changed', { alarms: [...all], raised: [...raised] }),
    );
    const positions = new ReadingPositions(dataFolder, notice);
    const wishes = () => wishesOf(settings.data.settings, options.host.locale);
    handOvers = new HandOvers({ library, dataFolder, wishes, notice, over });
    digests = new Digests({ library, dataFolder, saved: () => settings.data.saved, wishes, notice, over });
    watch = new Watch({
      library,
      handOvers,
      alarms,
      rules: () => rules.data.rules,
      failed: (error) => notice(messageOf(error)),
    });
    waker = new Waker(library, (ids) => watch?.woken(ids));
    void waker.look();
    sharing = new Sharing({
      library: library.sharing,
      dataFolder,
      lists: localLists(settings, rules, {
        saved: () => changed(library.touch()),
        rules: () => events.emit('rules.changed', { rules: rules.data.rules }),
      }),
      keychain: () => options.host.keychain?.(),
      changed: (info) => events.emit('sharing.changed', info),
      notice,
    });
    sharing.start();
    const invitation = policy.invitation ?? options.invitation;
    if (invitation !== undefined) void joinByFile(sharing, invitation, notice, closing.signal);
    const folders = wireFoldersOf(options, settings.data.folders);
    // Whoever names a folder that is already there has set the program up.
    if (isFirstStart && !(options.wires !== undefined && folders.some(({ path }) => existsSync(path)))) greet(settings);
    desk.watch(folders);
    log.note('open', { ms: Math.round(performance.now() - began), dispatches: library.sidebar([]).all.total });
    return {
      handlers: loggedHandlers(
        makeHandlers({
          library,
          settings,
          rules,
          alarms,
          positions,
          watch,
          silence,
          events,
          desk,
          sharing,
          backups,
          options,
        }),
        log,
      ),
      on: (...on) => events.on(...on),
      open: (file) => openFile(wires.folders, file),
      tell: notice,
      close,
    };
  } catch (error) {
    log.error('not-opened', error);
    await close();
    throw error;
  }
}
