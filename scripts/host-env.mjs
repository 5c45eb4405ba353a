/**
 * The environment of a host that runs in Node. glibc gives every thread a heap of its own to allocate from and keeps in each
 * what an import has freed there; two of them are as fast and hold 20 MB less (mallopt(3), M_ARENA_MAX). Others ignore it.
 */
export const hostEnv = { ...process.env, MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2' };
