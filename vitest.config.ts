import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Run from source, every thread strips types with Node's WebAssembly module. V8 13.6 shares the wrappers it compiles for its
 * imports after 1,000 calls between threads and frees one twice when a thread ends while another compiles the same: the
 * process crashes, once in some dozens of test runs. Without compiled wrappers it cannot.
 */
const execArgv = ['--wasm-wrapper-tiering-budget=1000000000'];

export default defineConfig({
  test: {
    reporters: ['default'],
    // Vitest leaves one core free: of two that is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'wire',
          environment: 'node',
          include: ['test/unit/wire/**/*.test.ts'],
          // Nothing of the parsers has a state, so that its files need no process each: half of their processor time.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'main',
          environment: 'node',
          execArgv,
          include: ['test/unit/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/unit/wire/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'sharing',
          environment: 'node',
          execArgv,
          include: ['test/sharing/**/*.test.ts'],
          // Each desk is a process of its own, and most tests have several.
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'electron',
          environment: 'node',
          execArgv,
          include: ['test/electron/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['test/unit/**/*.test.tsx'],
          testTimeout: 20_000,
          setupFiles: ['test/unit/renderer/setup.ts'],
        },
      },
    ],
  },
});
