import { isAbsolute, join, resolve } from 'node:path';
import type { LowSync } from 'lowdb';
import type { CallOut } from '../../preload/contract/contract.ts';
import { message } from '../../preload/contract/messages.ts';
import { UserError } from '../errors.ts';
import { isInside } from '../inbox/real-path.ts';
import { keep, type SettingsContent } from './settings-file.ts';
import type { Host } from './types.ts';
import type { WireDesk } from './wire-desk.ts';

/** As many as are remembered, the last chosen ones. */
const MAX_CHOSEN = 100;

interface Parts {
  readonly settings: LowSync<SettingsContent>;
  readonly desk: WireDesk;
  readonly host: Host;
}

/** The folders that rules and digests may write to: each was chosen outside the window, which may not be ours. */
export class WritableFolders {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Asks for a folder and remembers that it may be written to. */
  async choose(): Promise<CallOut<'rules.folder'>> {
    const { settings, desk, host } = this.parts;
    const own = join(desk.info.dataFolder, 'handover');
    const refused = (reason: ReturnType<typeof message>) => ({ done: false, reason });
    if (!host.chooseFolder) return refused(message('handover.no-dialog', { folder: own }));
    const chosen = await host.chooseFolder(this.chosen.at(-1) ?? own);
    if (chosen === undefined) return { done: false };
    if (!isAbsolute(chosen)) return refused(message('folder.relative', { path: chosen }));
    const folder = resolve(chosen);
    // Files would come in again, and be handed over again.
    if (desk.folders.some(({ path }) => isInside(folder, path)))
      return refused(message('handover.in-wires', { path: folder }));
    keep(settings, { handovers: [...this.chosen.filter((one) => one !== folder), folder].slice(-MAX_CHOSEN) });
    return { done: true, folder };
  }

  /** Throws for a folder that was not chosen so. */
  check(folder: string): void {
    if (!this.chosen.includes(folder)) throw new UserError(message('handover.not-offered', { path: folder }));
  }

  private get chosen(): readonly string[] {
    return this.parts.settings.data.handovers ?? [];
  }
}
