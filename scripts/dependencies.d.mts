interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly license?: string }>>;
}
export function dependencyProblems(text: string, manifest: Manifest, lock: Lock): string[];
export function updated(
  text: string,
  manifest: Manifest,
  lock: Lock,
  dateOf: (name: string, version: string) => string,
): string;
