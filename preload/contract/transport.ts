import { z } from 'zod';

/** The envelopes between a host and its window; contract.ts describes the payloads. */

/** The result of a call. A failure is a value, so that every host reports it the same way. */
export const Answer = z.union([z.object({ error: z.object({ message: z.string() }) }), z.object({ ok: z.unknown() })]);
export type Answer = z.infer<typeof Answer>;

/** WebSocket, window to host. `id` pairs the request with its reply. */
export const Request = z.object({ id: z.int().nonnegative(), call: z.string().max(100), input: z.unknown() });
export type Request = z.infer<typeof Request>;

/** WebSocket, host to window: a reply is an Answer with the id of its request. */
export const Reply = z.intersection(z.object({ id: z.int().nonnegative() }), Answer);
export type Reply = z.infer<typeof Reply>;

/** WebSocket, host to window: an event of the contract. */
export const Announcement = z.object({ event: z.string().max(100), data: z.unknown() });
export type Announcement = z.infer<typeof Announcement>;

/** Electron's IPC channels: every call is one `invoke`, every event one `send`. */
export const channels = { call: 'depesche:call', event: 'depesche:event' } as const;
