import { z } from 'zod';

/**
 * How a page and the browser host prove to each other that they hold the same key without sending it. Any user of the machine
 * may listen on a port that the host has left, and a page that tries to reconnect would send its key to anyone listening there.
 * The address is part of each proof, so that nobody can pass on the proofs of a host that listens on another port.
 *
 * The page asks `GET /hello?nonce=…` and gets a `Greeting`; it then opens the WebSocket with its own proof as a subprotocol.
 */

/**
 * Where the page keeps the key: sessionStorage belongs to one tab and one port, cookies are shared by all ports. A key that lasts is in
 * localStorage, which belongs to the port.
 */
export const KEY_ITEM = 'depesche.key';

/** The WebSocket's subprotocols are this name and the page's proof; the host selects this name. */
export const SUBPROTOCOL = 'depesche';

/** A page's nonce, random for each greeting. */
export const Nonce = z.string().regex(/^[\w-]{16,64}$/);

/** The host's answer: `run` is a nonce of this run of the host, `proof` is `hostProof` over both nonces. */
export const Greeting = z.object({ run: Nonce, proof: z.string().max(64) });
export type Greeting = z.infer<typeof Greeting>;

/** HMAC-SHA-256 of the host, in hexadecimal. `address` is `127.0.0.1:PORT`. */
export const hostProof = (key: string, address: string, run: string, nonce: string): Promise<string> =>
  hmac(key, `host\n${address}\n${run}\n${nonce}`);

/** HMAC-SHA-256 of the page, in hexadecimal: good for one run of the host. */
export const pageProof = (key: string, address: string, run: string): Promise<string> =>
  hmac(key, `page\n${address}\n${run}`);

async function hmac(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', imported, encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
