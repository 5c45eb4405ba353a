/**
 * Runs asynchronous tasks one after another, so that each starts from the result of the one before: keys pressed faster than
 * the host answers are not lost. A task that finds the queue empty starts at once. A failed task does not stop the next one.
 */
export function createTaskQueue(): TaskQueue {
  let last: Promise<void> | undefined;
  return {
    add(task) {
      const result = last ? last.then(task) : task();
      const settled = result
        .catch(() => undefined)
        .then(() => {
          if (last === settled) last = undefined;
        });
      last = settled;
      return result;
    },
    settling: () => last,
  };
}

export interface TaskQueue {
  add<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when the tasks added so far are done; undefined when none is left. */
  settling(): Promise<void> | undefined;
}
