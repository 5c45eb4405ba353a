import { administration } from './de/administration.ts';
import { articleTools } from './de/article-tools.ts';
import { choice } from './de/choice.ts';
import { exporting } from './de/export.ts';
import { folders } from './de/folders.ts';
import { kills } from './de/kills.ts';
import { lists } from './de/lists.ts';
import { program } from './de/program.ts';
import { reading } from './de/reading.ts';
import { sharing } from './de/sharing.ts';
import { typography } from './de/typography.ts';
import { undo } from './de/undo.ts';
import { upkeep } from './de/upkeep.ts';
import { view } from './de/view.ts';
import { watching } from './de/watching.ts';
import { welcome } from './de/welcome.ts';

/** All texts in German. Its keys are the ones every other catalogue must have. */
export const de = {
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
} as const;
