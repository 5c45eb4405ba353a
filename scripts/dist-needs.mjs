// What has to be there before electron-builder starts: it finds out late, and says it with a stack.

/**
 * What electron-builder downloads for a target, unless `variable` names a copy or one of `programs` is on the PATH.
 * `cache` is how its folder begins below electron-builder's cache.
 */
export const tools = {
  '7zip': {
    variable: 'ELECTRON_BUILDER_7ZIP_PATH',
    programs: ['7zz', '7za', '7z'],
    cache: '7zip',
    install: '7-Zip (7zz)',
  },
  fpm: { variable: 'CUSTOM_FPM_PATH', programs: ['fpm'], cache: 'fpm', install: 'fpm' },
  appimage: { variable: 'APPIMAGE_TOOLS_PATH', programs: [], cache: 'appimage', install: undefined },
  nsis: { variable: 'ELECTRON_BUILDER_NSIS_DIR', programs: [], cache: 'nsis', install: undefined },
};

/** @type {Readonly<Record<string, readonly (keyof typeof tools)[]>>} */
const needed = {
  'tar.gz': ['7zip'],
  zip: ['7zip'],
  AppImage: ['appimage'],
  deb: ['fpm'],
  rpm: ['fpm'],
  nsis: ['nsis', '7zip'],
};

const electronNames = { linux: 'linux', mac: 'darwin', win: 'win32' };

/** The names under which Electron publishes what a plan packs: a universal Mac app consists of two. */
export const electronZips = ({ platform, archs, version }) =>
  archs
    .flatMap((arch) => (arch === 'universal' ? ['x64', 'arm64'] : [arch]))
    .map((arch) => `electron-v${version}-${electronNames[platform]}-${arch}.zip`);

/**
 * Which platform, targets and processors to build: the arguments of `npm run dist`, which are electron-builder's, over the
 * targets of electron-builder.yml. Only one platform at a time. `rest` is for electron-builder as it is.
 */
export function planned(args, config, { host, version }) {
  const plan = { platform: host, targets: [], archs: [], rest: [], version };
  let inTargets = false;
  for (const arg of args) {
    const flag = arg.replace(/^--/, '');
    if (arg.startsWith('--') && flag in electronNames) [plan.platform, inTargets] = [flag, true];
    else if (/^--(?:x64|arm64|universal)$/.test(arg)) [plan.archs, inTargets] = [[...plan.archs, flag], false];
    else if (inTargets && !arg.startsWith('-')) plan.targets.push(arg);
    else [plan.rest, inTargets] = [[...plan.rest, arg], false];
  }
  const rows = config[plan.platform].target;
  if (plan.archs.length === 0) plan.archs = [...new Set(rows.flatMap(({ arch }) => arch))];
  if (plan.targets.length === 0) plan.targets = rows.map(({ target }) => target);
  return plan;
}

/**
 * What a plan lacks on this machine and what would help, one line each.
 * @param found `electron(zip)`, `tool(name)`: whether it is here; `program(name)`: whether it is on the PATH; `online`: whether
 * electron-builder can download the rest.
 */
export function lacking(plan, host, found) {
  const lines = [];
  if (plan.targets.includes('dmg') && host !== 'mac') lines.push('dmg can only be built on macOS.');
  if (plan.targets.includes('rpm') && !found.program('rpmbuild'))
    lines.push(
      'rpm needs rpmbuild: install the package "rpm", or name the other targets (npm run dist -- --linux deb).',
    );
  if (found.online) return lines;
  const missing = electronZips(plan).filter((zip) => !found.electron(zip));
  if (missing.length > 0)
    lines.push(
      `${missing.join(', ')} cannot be downloaded: set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it, or ELECTRON_MIRROR.`,
    );
  for (const name of new Set(plan.targets.flatMap((target) => needed[target] ?? []))) {
    if (found.tool(name)) continue;
    const { variable, install } = tools[name];
    const ways = [install && `install ${install}`, `set ${variable}`, 'set ELECTRON_BUILDER_BINARIES_MIRROR'].filter(
      Boolean,
    );
    const targets = plan.targets.filter((target) => needed[target]?.includes(name)).join(', ');
    lines.push(`${targets}: electron-builder's ${name} cannot be downloaded: ${ways.join(', or ')}.`);
  }
  return lines;
}
