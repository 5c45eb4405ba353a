import type { ReaderHandlers } from '../../preload/contract/contract.ts';
import { UserError } from '../errors.ts';
import type { Log } from '../log/log.ts';

/** The handlers, with a line in the log for every call that fails unexpectedly. What the user is told is no such failure. */
export function loggedHandlers(handlers: ReaderHandlers, log: Log): ReaderHandlers {
  const entries = Object.entries(handlers).map(([call, handler]) => {
    const run: (input: never) => unknown = handler;
    return [
      call,
      async (input: never) => {
        try {
          return await run(input);
        } catch (error) {
          if (!(error instanceof UserError)) log.error('call-failed', error, { call });
          throw error;
        }
      },
    ];
  });
  // Each entry has the name and the type of the handler it wraps; the compiler does not follow entries.
  return Object.fromEntries(entries) as ReaderHandlers;
}
