type Platform = 'linux' | 'mac' | 'win';
type Tool = '7zip' | 'fpm' | 'appimage' | 'nsis';
interface Plan {
  platform: Platform;
  targets: string[];
  archs: string[];
  rest: string[];
  version: string;
}
type Config = Partial<
  Record<Platform, { readonly target: readonly { readonly target: string; readonly arch: readonly string[] }[] }>
>;
interface Found {
  readonly online: boolean;
  readonly program: (name: string) => boolean;
  readonly electron: (zip: string) => boolean;
  readonly tool: (name: Tool) => boolean;
}
export const tools: Readonly<Record<Tool, { variable: string; programs: string[]; cache: string; install?: string }>>;
export function electronZips(plan: Pick<Plan, 'platform' | 'archs' | 'version'>): string[];
export function planned(args: readonly string[], config: Config, about: { host: Platform; version: string }): Plan;
export function lacking(plan: Plan, host: Platform, found: Found): string[];
