import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Lets the calling thread give way to the others of this process by so many steps of niceness, so that whoever waits for an
 * answer does not wait for an import. Linux only: there a thread has a priority of its own and `/proc/thread-self` its number
 * (proc(5), sched(7)). Elsewhere, and where it is forbidden, nothing happens.
 */
export function giveWay(steps: number): void {
  if (process.platform !== 'linux') return;
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (thread > 0) setPriority(thread, steps);
  } catch {
    // A container without /proc, or one that may not: it is slower to answer, nothing else.
  }
}
