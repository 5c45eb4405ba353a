import { Socket } from 'node:net';
import { userInfo } from 'node:os';
import pg from 'pg';
import { version as program } from '../program/version.ts';
import type { Address } from './invitation.ts';

export type Client = pg.Client;

const CONNECT_WITHIN_MS = 10_000;
/** No call of the exchange takes a second; one that takes half a minute is as good as gone. */
const ANSWER_WITHIN_MS = 30_000;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** Whether a host is this computer and no other: a loopback address or a socket. */
export const isHere = (host: string): boolean => host.startsWith('/') || LOOPBACK.test(host);

/** Always encrypted, with certificate and name checked, unless nothing leaves this computer. PostgreSQL's sockets know no TLS. */
function tlsOf({ host, ca }: Pick<Address, 'host' | 'ca'>): pg.ClientConfig['ssl'] {
  if (host.startsWith('/') || (isHere(host) && ca === undefined)) return false;
  return { rejectUnauthorized: true, servername: host, ...(ca === undefined ? {} : { ca }) };
}

/** Connects with a password; `signal` gives the attempt up. Rejects with the error of `pg`, the system or TLS. */
export async function connect(address: Address, user: string, password: string, signal?: AbortSignal): Promise<Client> {
  return opened({
    stream: () => {
      const socket = new Socket();
      const end = () => socket.destroy();
      signal?.addEventListener('abort', end);
      socket.once('close', () => signal?.removeEventListener('abort', end));
      return socket;
    },
    host: address.host,
    port: address.port,
    database: address.database,
    user,
    password,
    ssl: tlsOf(address),
    query_timeout: ANSWER_WITHIN_MS,
  });
}

/**
 * Connects an administrator by a URL, as psql takes it: postgres://user:password@host:port/database, or with a socket
 * postgres:///database?host=/var/run/postgresql. Absent parts come from PGUSER, PGPASSWORD and so on.
 */
export function connectByUrl(url: string, ca: string | undefined): Promise<Client> {
  const address = addressIn(url);
  const { username, password: given } = new URL(url);
  const user = decodeURIComponent(username) || process.env.PGUSER || userInfo().username;
  const password = decodeURIComponent(given) || process.env.PGPASSWORD;
  const { host, port, database } = address;
  return opened({
    host,
    port,
    database,
    user,
    ssl: tlsOf({ host, ...(ca === undefined ? {} : { ca }) }),
    ...(password === undefined ? {} : { password }),
  });
}

const DEFAULT_PORT = 5_432;

/** Where a URL leads. Throws a TypeError if it is none. */
export function addressIn(url: string): { host: string; port: number; database: string } {
  const { protocol, hostname, port, pathname, searchParams } = new URL(url);
  if (!/^postgres(?:ql)?:$/.test(protocol)) throw new TypeError('not a postgres:// URL');
  const host = searchParams.get('host') ?? (hostname === '' ? 'localhost' : hostname.replace(/^\[|\]$/g, ''));
  return {
    host,
    port: Number(port || searchParams.get('port')) || DEFAULT_PORT,
    database: decodeURIComponent(pathname.slice(1)) || 'depesche',
  };
}

async function opened(config: pg.ClientConfig): Promise<Client> {
  const client = new pg.Client({
    ...config,
    application_name: `Depesche ${program}`,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
  });
  // Without a listener a lost connection would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}
