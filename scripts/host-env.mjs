/**
 * The environment of a host that runs in Node. glibc gives every thread a heap of its own to allocate from and keeps in each
 * what an import has freed there; two of them are as fast and hold 20 MB less, and 6 MB less where their ends are given back
 * from 128 KB on (mallopt(3), M_ARENA_MAX and M_TRIM_THRESHOLD). Others ignore it.
 */
export const hostEnv = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', ...process.env };

/**
 * Flags of V8 for such a host. Its answers are garbage at once: a young generation of 12 MB, as the threads have it, instead of
 * 48 finds that as quickly.
 */
export const hostFlags = ['--max-semi-space-size=4'];
