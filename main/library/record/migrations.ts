import { type Messages, message } from '../../../preload/contract/messages.ts';
import { UserError } from '../../errors.ts';

/** A step from one layout version of a file to the next: takes the old content, returns the new. */
export type Migration = (old: Record<string, unknown>) => Record<string, unknown>;

/**
 * Brings a file's content to the newest version. `steps[0]` leads from version 1 to 2, and so on; `onOlder` gets the version
 * of a content that needed a step. A file of a newer program is refused (NewerFile): writing it back would lose what this
 * program does not know.
 */
export function migrate(
  content: unknown,
  steps: readonly Migration[],
  onOlder: (version: number) => void = () => {},
): Record<string, unknown> {
  if (!isRecord(content)) throw new Error('not a JSON object');
  const newest = steps.length + 1;
  const version = content.version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw new Error('no version number');
  if (version > newest) throw new NewerFile({ path: '', version, known: newest }, content.program);
  if (version < newest) onOlder(version);
  return steps.slice(version - 1).reduce((old, step, done) => ({ ...step(old), version: version + done + 1 }), content);
}

/** A file of a newer program: not damaged, so it is neither set aside nor replaced; the library stays closed. */
export class NewerFile extends UserError {
  readonly file: Messages['library.newer'];
  readonly program: string | undefined;

  /** `program` is the version of the program that wrote the file, if the file says so: that version can read it. */
  constructor(file: Messages['library.newer'], program: unknown) {
    const version = typeof program === 'string' ? program : undefined;
    super(
      version === undefined
        ? message('library.newer', file)
        : message('library.newer-program', { ...file, program: version }),
    );
    this.file = file;
    this.program = version;
  }

  /** The same error for the file at this path. */
  at(path: string): NewerFile {
    return new NewerFile({ ...this.file, path }, this.program);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
