interface LockEntry {
  version?: string;
  resolved?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The errors in a lock file (version 3), one line each. */
export function lockProblems(lock: { packages: Record<string, LockEntry> }): string[];
