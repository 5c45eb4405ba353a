import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

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
          include: ['test/unit/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/unit/wire/**'],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'electron', environment: 'node', include: ['test/electron/**/*.test.ts'], testTimeout: 60_000 } },
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
