import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { Greeting, pageProof, SUBPROTOCOL } from '../preload/contract/handshake.ts';

/** The contents of the page that opens the reader: the address it posts to, and the code. */
export function openingPage(url: string): { address: string; code: string } {
  const html = readFileSync(fileURLToPath(url), 'utf8');
  const address = /action="http:\/\/([\d.:]+)\/enter"/.exec(html)?.[1];
  const code = /name="code" value="([\w-]+)"/.exec(html)?.[1];
  if (address === undefined || code === undefined) throw new Error(`No page that opens the reader: ${html}`);
  return { address, code };
}

/** Posts a code like a browser that has opened the page on the disk. */
export const postCode = (address: string, code: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://${address}/enter`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'null', ...headers },
    body: new URLSearchParams({ code }),
  });

/** Opens the page at a host's `url` and resolves with the key it gets. */
export async function enter(url: string): Promise<{ address: string; key: string }> {
  const { address, code } = openingPage(url);
  const html = await (await postCode(address, code)).text();
  const key = /data-key="([\w-]+)"/.exec(html)?.[1];
  if (key === undefined) throw new Error(`No key: ${html}`);
  return { address, key };
}

/** What a page sends as subprotocols to connect. */
export async function credentials(address: string, key: string): Promise<string[]> {
  const answer = await fetch(`http://${address}/hello?nonce=${crypto.randomUUID()}`);
  return [SUBPROTOCOL, await pageProof(key, address, Greeting.parse(await answer.json()).run)];
}

/** A connection to the reader; not open yet. */
export async function connectTo(url: string): Promise<WebSocket> {
  const { address, key } = await enter(url);
  return new WebSocket(`ws://${address}/reader`, await credentials(address, key), { origin: `http://${address}` });
}
