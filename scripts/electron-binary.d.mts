/** Folder of the npm package `electron`; undefined when it is not installed. */
export function electronPackage(): string | undefined;

/** Path of an Electron that can be started; undefined if there is none. Never downloads. */
export function electronBinary(
  env?: NodeJS.ProcessEnv,
  platform?: NodeJS.Platform,
  folder?: string | undefined,
): string | undefined;
