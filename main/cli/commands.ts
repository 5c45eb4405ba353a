/** A subcommand: its arguments in, the exit code out. */
export type Command = (args: string[]) => Promise<number> | number;

/** Every subcommand. Loaded on demand: parsing a file needs neither library nor server. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  parse: async () => (await import('./parse.ts')).parse,
  import: async () => (await import('./import.ts')).importAll,
  search: async () => (await import('./search.ts')).search,
  export: async () => (await import('./export.ts')).exportFound,
  bookmarks: async () => (await import('./bookmarks.ts')).bookmarks,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  serve: async () => (await import('./serve.ts')).serve,
  server: async () => (await import('./server.ts')).server,
};

export const isHelp = (arg: string): boolean => ['--help', '-h', 'help'].includes(arg);
export const isVersion = (arg: string): boolean => arg === '--version';

/** Options of the desktop app: they take a value, and no command follows them. */
const DESKTOP_OPTION = /^--(?:wires|data)(?:=|$)/;

/**
 * The command line in the arguments of the desktop app (`process.argv`), or undefined when they open a window: a command or
 * --help or --version comes first, Chromium's own switches apart. Unless `packaged`, the first positional is the project's
 * folder, which Electron was started with.
 */
export function commandLineOf(argv: readonly string[], packaged: boolean): readonly string[] | undefined {
  const isSwitch = (arg: string) =>
    arg.startsWith('--') && !isHelp(arg) && !isVersion(arg) && !DESKTOP_OPTION.test(arg);
  const withoutSwitches = (args: readonly string[]) => {
    const first = args.findIndex((arg) => !isSwitch(arg));
    return first < 0 ? [] : args.slice(first);
  };
  const given = withoutSwitches(argv.slice(1));
  const args = packaged ? given : withoutSwitches(given.slice(1));
  const [first] = args;
  if (first === undefined) return undefined;
  return isHelp(first) || isVersion(first) || Object.hasOwn(commands, first) ? args : undefined;
}
