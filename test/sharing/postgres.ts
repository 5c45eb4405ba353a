import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { migrateServer } from '../../main/sharing/migrations.ts';
import { type Client, connectByUrl } from '../../main/sharing/server.ts';

/** The folder with initdb and postgres; undefined if there is none. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

const isRoot = userInfo().uid === 0;

function install(): void {
  if (!isRoot || !process.env.CI || process.platform !== 'linux') return;
  console.log('sharing: installing postgresql-15, as there is no PostgreSQL here');
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql-15'], { stdio: 'inherit' });
}

function find(): string | undefined {
  const found = binaries();
  if (found === undefined && isRoot) install();
  return found ?? binaries();
}

const folderOfPrograms = find();

/** Why there is no server to test against; undefined if there is one. */
export const noServer: string | undefined =
  folderOfPrograms === undefined ? 'no PostgreSQL (initdb, postgres) on this machine' : undefined;
if (noServer !== undefined) console.log(`sharing: skipped, ${noServer}`);

const program = (name: string): string => join(folderOfPrograms ?? '', name);

/** PostgreSQL and PgBouncer refuse to run as root. */
export const identity = (): { uid?: number; gid?: number } => {
  if (!isRoot) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A server of its own in a temporary folder, with its own certificate authority. */
export class Server {
  readonly folder: string;
  readonly port: number;
  private child: ChildProcess | undefined;
  private readonly settings: readonly string[];

  /** `settings` are added to postgresql.conf. */
  static async start(settings: readonly string[] = []): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), 'depesche-pg-'));
    const who = identity();
    if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
    const server = new Server(folder, await freePort(), settings);
    const options = { ...who, stdio: 'pipe' as const, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
    execFileSync(
      program('initdb'),
      ['-D', server.data, '-U', 'admin', '--auth=trust', '--no-sync', '-E', 'UTF8'],
      options,
    );
    server.configure(who);
    await server.up();
    const db = await server.admin('postgres');
    await db.query('CREATE DATABASE news');
    await db.end();
    return server;
  }

  private constructor(folder: string, port: number, settings: readonly string[]) {
    this.folder = folder;
    this.port = port;
    this.settings = settings;
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  /** The certificate authority, in PEM. */
  get ca(): string {
    return readFileSync(join(this.folder, 'ca.crt'), 'utf8');
  }

  /** The administrator's address. */
  get url(): string {
    return `postgres://admin@localhost/news?host=${encodeURIComponent(this.folder)}&port=${this.port}`;
  }

  private configure(who: { uid?: number; gid?: number }): void {
    makeCertificates(this.folder);
    const key = join(this.folder, 'server.key');
    chmodSync(key, 0o600);
    if (who.uid !== undefined && who.gid !== undefined)
      for (const name of ['server.key', 'server.crt', 'ca.crt']) chownSync(join(this.folder, name), who.uid, who.gid);
    writeFileSync(
      join(this.data, 'postgresql.conf'),
      [
        `port = ${this.port}`,
        "listen_addresses = '127.0.0.1'",
        `unix_socket_directories = '${this.folder}'`,
        'fsync = off',
        'max_connections = 200',
        'ssl = on',
        `ssl_cert_file = '${join(this.folder, 'server.crt')}'`,
        `ssl_key_file = '${key}'`,
        ...this.settings,
        '',
      ].join('\n'),
      { flag: 'a' },
    );
    writeFileSync(
      join(this.data, 'pg_hba.conf'),
      'local all admin trust\nlocal all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n',
    );
  }

  /** Starts it, and waits until it answers. */
  async up(): Promise<void> {
    this.child = spawn(program('postgres'), ['-D', this.data], { ...identity(), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    this.child.stderr?.on('data', (text) => {
      said += text;
    });
    for (let tries = 0; tries < 300; tries += 1) {
      if (this.child.exitCode !== null) throw new Error(`PostgreSQL ended: ${said}`);
      try {
        const db = await this.admin('postgres');
        await db.end();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    throw new Error(`PostgreSQL does not answer: ${said}`);
  }

  admin(database = 'news'): Promise<Client> {
    const socket = `host=${encodeURIComponent(this.folder)}&port=${this.port}`;
    return connectByUrl(`postgres://admin@localhost/${database}?${socket}`, undefined);
  }

  /** An empty database with the schema, or with an older one. */
  async database(name: string, schema?: number): Promise<Client> {
    const db = await this.admin('postgres');
    await db.query(`CREATE DATABASE ${name}`);
    await db.end();
    const own = await this.admin(name);
    await migrateServer(own, schema);
    return own;
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    await this.ended(() => {
      // Its children too: they would keep the port and the shared memory.
      for (const pid of this.processes()) process.kill(pid, 'SIGKILL');
    });
  }

  private processes(): number[] {
    const pid = this.child?.pid;
    if (pid === undefined) return [];
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
    return [
      pid,
      ...children
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(Number),
    ];
  }

  /** Ends it and removes its folder. */
  async close(): Promise<void> {
    await this.ended(() => this.child?.kill('SIGINT'));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ended(end: () => unknown): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    end();
    await gone;
  }
}

/** A certificate authority, and a certificate of it for `localhost` and 127.0.0.1. */
function makeCertificates(folder: string): void {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=Newsroom CA');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  openssl(
    'x509',
    '-req',
    '-in',
    'server.csr',
    '-CA',
    'ca.crt',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    'names',
    '-out',
    'server.crt',
  );
}

let turn: Promise<unknown> = Promise.resolve();

/** One after the other: a connection has one transaction at a time. */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const result = turn.then(run);
  turn = result.catch(() => undefined);
  return result;
}
