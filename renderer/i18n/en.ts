import type { de } from './de.ts';
import { administration } from './en/administration.ts';
import { articleTools } from './en/article-tools.ts';
import { choice } from './en/choice.ts';
import { exporting } from './en/export.ts';
import { folders } from './en/folders.ts';
import { kills } from './en/kills.ts';
import { lists } from './en/lists.ts';
import { program } from './en/program.ts';
import { reading } from './en/reading.ts';
import { sharing } from './en/sharing.ts';
import { typography } from './en/typography.ts';
import { undo } from './en/undo.ts';
import { upkeep } from './en/upkeep.ts';
import { view } from './en/view.ts';
import { watching } from './en/watching.ts';
import { welcome } from './en/welcome.ts';

/** All texts in English. */
export const en: Readonly<Record<keyof typeof de, string>> = {
  ...reading,
  ...exporting,
  ...kills,
  ...program,
  ...typography,
  ...articleTools,
  ...watching,
  ...sharing,
  ...choice,
  ...administration,
  ...undo,
  ...upkeep,
  ...view,
  ...lists,
  ...folders,
  ...welcome,
};
