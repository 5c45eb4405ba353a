import { rooms } from './scripts/rooms.mjs';

/** @param {string} room */
const pathOf = (room) => `^${room.replaceAll('.', '[.]')}${/[.]tsx?$/.test(room) ? '$' : '/'}`;
/** Every file of this project. */
const ours = '^(?:main|preload|renderer)/';

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'electron-in-its-host-only',
      severity: 'error',
      from: { path: ours, pathNot: '^(?:main/desktop/|main/electron[.]ts$|preload/index[.]ts$)' },
      to: { path: '^(?:node_modules/)?electron(?:/|$)' },
    },
    {
      name: 'wire-is-pure',
      comment: 'bytes to dispatches: no file system, no thread, no store',
      severity: 'error',
      from: { path: '^main/wire/' },
      to: { path: '^(?:node:)?(?:fs|worker_threads|sqlite)(?:/|$)|^node_modules/lowdb/' },
    },
    {
      name: 'no-node-in-the-window',
      severity: 'error',
      from: { path: '^(?:preload|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    ...rooms.map(({ room, may }) => ({
      name: `what-${room}-may-import`,
      severity: 'error',
      from: { path: pathOf(room) },
      to: { path: ours, pathNot: [room, ...may].map(pathOf) },
    })),
  ],
  options: {
    parser: 'swc',
    // Imports of types count as well.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
