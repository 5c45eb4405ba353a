import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBuilder, loadConfigFromFile } from 'vite';

const project = join(import.meta.dirname, '../..');
const standIn = pathToFileURL(join(import.meta.dirname, 'stand-in.ts')).href;

/** Builds main and preload as vite.config.ts says, but into `folder`, so that neither `out` nor a person's start is disturbed. */
export async function build(folder: string): Promise<void> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(project, 'vite.config.ts'));
  const environments = loaded?.config.environments ?? {};
  for (const [name, environment] of Object.entries(environments)) {
    environment.build = { ...environment.build, outDir: join(folder, 'out', name), sourcemap: false };
  }
  const config = { ...loaded?.config, configFile: false, logLevel: 'error', environments } as const;
  const builder = await createBuilder(config);
  for (const name of ['main', 'preload']) {
    const environment = builder.environments[name];
    if (environment === undefined) throw new Error(`vite.config.ts has no environment ${name}`);
    await builder.build(environment);
  }
}

const require = createRequire(import.meta.url);

/** Loads a file with Node itself, as Electron would, with the stand-in where it imports `electron`. */
export function load(file: string): unknown {
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === 'electron' ? { url: standIn, format: 'module-typescript', shortCircuit: true } : next(name, context),
  });
  try {
    return require(file);
  } finally {
    hooks.deregister();
  }
}
