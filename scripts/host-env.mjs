/**
 * The environment of a host that runs in Node. glibc lets every thread allocate from arenas of its own and keeps what an import
 * freed in them. With two arenas whose ends are returned from 128 KB on (mallopt(3), M_ARENA_MAX and M_TRIM_THRESHOLD) the
 * reader uses 200 MB instead of 250 a minute after an import of 100,000 dispatches, at the same speed. Other C libraries ignore
 * both.
 */
export const hostEnv = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', ...process.env };

/**
 * Options of Node for such a host. V8 lets the young generation of the main thread grow to 2 × 32 MB within seconds and keeps it.
 * With 2 × 4 MB, as in the other threads (main/threads/thread.ts), the reader needs 250 MB instead of 350 during an import, 240
 * instead of 320 afterwards, and no more time. On the command line, because setting it later costs 60 ms: Node then compiles
 * its own code again.
 */
export const hostFlags = ['--max-semi-space-size=4'];
