import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { writeLicences } from './scripts/write-licences.mjs';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Every environment lists the packages it bundles; `buildApp` makes one text of the lists. */
const license = { fileName: 'licences.json' };
const external = ['electron', /^node:/, ...builtinModules];
const inDesktop = /[\\/]main[\\/]desktop[\\/]/;
const keepNames = { function: true, class: true };

// One build of three environments: the renderer, the Node side (hosts, CLI and threads) and the sandboxed preload.
export default defineConfig({
  root: at('./renderer'),
  base: './',
  plugins: [react()],
  build: { outDir: at('./out/renderer'), emptyOutDir: true, sourcemap: true, target: 'chrome140', license },
  builder: {
    sharedPlugins: true,
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
      writeLicences(at('./'));
    },
  },
  environments: {
    main: {
      consumer: 'server',
      resolve: { conditions: ['node'], noExternal: true, external: ['electron'] },
      // CommonJS packages that are bundled into our ES modules ask for these (write-file-atomic does).
      define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
      build: {
        outDir: at('./out/main'),
        target: 'node22',
        minify: false,
        sourcemap: true,
        emptyOutDir: true,
        license,
        copyPublicDir: false,
        rolldownOptions: {
          input: {
            electron: at('./main/electron.ts'),
            browser: at('./main/browser.ts'),
            cli: at('./main/cli.ts'),
            'check-thread': at('./main/library/index/check-thread.ts'),
            'library-thread': at('./main/library/worker/library-thread.ts'),
            'text-thread': at('./main/library/search-text/text-thread.ts'),
            'inbox-thread': at('./main/inbox/inbox-thread.ts'),
          },
          external,
          // Flat names: a thread is started by its file's place beside the chunk that starts it.
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: '[name]-[hash].js',
            // The npm package leaves these chunks out. It cannot leave out electron.js, which package.json calls `main`.
            codeSplitting: {
              groups: [
                { name: 'desktop', test: inDesktop, includeDependenciesRecursively: false },
                { name: 'desktop-updates', test: /[\\/]node_modules[\\/]electron-updater[\\/]/ },
              ],
            },
            // Functions and classes keep their names, for stack traces.
            minify: { compress: { keepNames }, mangle: { keepNames }, codegen: { removeWhitespace: true } },
          },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: at('./out/preload'),
        target: 'chrome140',
        minify: false,
        sourcemap: true,
        emptyOutDir: true,
        license,
        copyPublicDir: false,
        rolldownOptions: {
          input: { index: at('./preload/index.ts') },
          external,
          // A sandboxed preload script cannot be an ES module (Electron docs, "Sandboxing").
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
});
