interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly identifier?: string;
  readonly text?: string;
}
export function licenceText(ours: string, bundled: readonly BundledPackage[]): string;
export function fontPackages(css: string): string[];
export function writeLicences(root: string): void;
