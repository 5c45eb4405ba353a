import { randomBytes } from 'node:crypto';
import { codeOf } from '../errors.ts';
import type { Connection } from './migrations.ts';
import { newPassword, verifierOf } from './password.ts';
import { escaped } from './wire-text.ts';

/** What a login may do: only read, exchange statuses, or also send dispatches. */
export const ACCESS = ['reader', 'desk', 'ingest'] as const;
export type Access = (typeof ACCESS)[number];

const VALID_DAYS = 14;
const NAME_BYTES = 6;

/** Whom an invitation is for: the desk, the person, or the person at the desk. */
export interface Invited {
  readonly desk?: string;
  readonly person?: string;
  readonly access: Access;
  /** The sources whose dispatches it may see; absent: all. */
  readonly sources?: readonly string[];
}

/**
 * Creates a login for one computer, with its scopes if they are not there yet. Returns its name and the secret that the computer
 * replaces when it joins; it must do so within two weeks.
 */
export async function invite(
  db: Connection,
  { desk, person, access, sources }: Invited,
): Promise<{ user: string; secret: string }> {
  const user = `depesche_${randomBytes(NAME_BYTES).toString('hex')}`;
  const secret = newPassword();
  const label = [person, desk].filter((name) => name !== undefined).join(' @ ');
  await inTransaction(db, async () => {
    // Names and verifiers are of letters, digits and the signs of base64: nothing to escape.
    await db.query(`CREATE ROLE ${user} LOGIN PASSWORD '${verifierOf(secret)}' IN ROLE depesche_${access}`);
    await db.query(
      `INSERT INTO depesche.login (name, label, access, expires_at, sources) VALUES ($1, $2, $3, now() + interval '${VALID_DAYS} days', $4)`,
      [user, label, access, sources?.map(escaped) ?? null],
    );
    await db.query(
      "INSERT INTO depesche.member (login, scope) SELECT $1, id FROM depesche.scope WHERE kind = 'newsroom'",
      [user],
    );
    if (desk !== undefined) await belong(db, user, 'desk', desk);
    if (person !== undefined) await belong(db, user, 'person', person);
  });
  return { user, secret };
}

async function belong(db: Connection, user: string, kind: 'desk' | 'person', name: string): Promise<void> {
  await db.query('INSERT INTO depesche.scope (kind, name) VALUES ($1, $2) ON CONFLICT (kind, name) DO NOTHING', [
    kind,
    name,
  ]);
  await db.query(
    'INSERT INTO depesche.member (login, scope) SELECT $1, id FROM depesche.scope WHERE kind = $2 AND name = $3',
    [user, kind, name],
  );
}

/** A login as the administrator sees it; times in ISO 8601, absent until they come. */
export interface LoginRow {
  readonly user: string;
  readonly label: string;
  readonly access: string;
  readonly state: 'invited' | 'expired' | 'joined' | 'revoked';
  readonly seen?: string;
  readonly program?: string;
  /** Changes that it has not read yet. */
  readonly behind: number;
}

const STATE = `CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN joined_at IS NOT NULL THEN 'joined'
  WHEN expires_at < now() THEN 'expired' ELSE 'invited' END`;

/** All logins, by label. */
export async function logins(db: Connection): Promise<LoginRow[]> {
  const { rows } = await db.query(`SELECT name, label, access, ${STATE} AS state, seen_at, program,
    (SELECT coalesce(sum(s.seq - m.cursor), 0) FROM depesche.member m JOIN depesche.scope s ON s.id = m.scope
     WHERE m.login = l.name AND s.kind <> 'newsroom') AS behind
    FROM depesche.login l ORDER BY label, name`);
  return rows.map((row) => ({
    user: String(row.name),
    label: String(row.label),
    access: String(row.access),
    state: stateOf(row.state),
    ...(row.seen_at instanceof Date ? { seen: row.seen_at.toISOString() } : {}),
    ...(typeof row.program === 'string' ? { program: row.program } : {}),
    behind: Number(row.behind),
  }));
}

function stateOf(text: unknown): LoginRow['state'] {
  return text === 'expired' || text === 'joined' || text === 'revoked' ? text : 'invited';
}

/** Shuts a login out at once, by its name, or all of a person or desk or with this label. Returns the names of those it has shut out. */
export async function revoke(db: Connection, nameOrLabel: string): Promise<string[]> {
  return inTransaction(db, async () => {
    const { rows } = await db.query(
      `UPDATE depesche.login SET revoked_at = now()
       WHERE (name = $1 OR $1 IN (label, split_part(label, ' @ ', 1))) AND revoked_at IS NULL RETURNING name`,
      [nameOrLabel],
    );
    const names = rows.map(({ name }) => String(name));
    // From the table, which only `invite` fills. An open connection stays, and every call of it is refused.
    for (const name of names) await shutOut(db, name);
    return names;
  });
}

/** Without the right to change roles (CREATEROLE) the login stays, and may still call nothing. */
async function shutOut(db: Connection, name: string): Promise<void> {
  await db.query('SAVEPOINT role');
  try {
    await db.query(`ALTER ROLE ${name} NOLOGIN`);
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    await db.query('ROLLBACK TO SAVEPOINT role');
  }
}

/** What a server stores. */
export interface ServerStatus {
  readonly schema: number;
  readonly scopes: readonly {
    readonly kind: string;
    readonly name: string;
    readonly fields: number;
    readonly changes: number;
  }[];
  /** Of tables with their indexes. */
  readonly bytes: number;
}

export async function serverStatus(db: Connection): Promise<ServerStatus> {
  const { rows: scopes } = await db.query(
    `SELECT s.kind, s.name, s.seq, count(t.field) AS fields FROM depesche.scope s LEFT JOIN depesche.status t ON t.scope = s.id
     GROUP BY s.id ORDER BY s.kind, s.name`,
  );
  const { rows: about } = await db.query(
    `SELECT (SELECT max(version) FROM depesche.schema_version) AS schema,
      (SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'depesche' AND c.relkind = 'r') AS bytes`,
  );
  return {
    schema: Number(about[0]?.schema),
    scopes: scopes.map(({ kind, name, fields, seq }) => ({
      kind: String(kind),
      name: String(name),
      fields: Number(fields),
      changes: Number(seq),
    })),
    bytes: Number(about[0]?.bytes),
  };
}

/** Forgets removals that everybody has had half a year to hear of; returns how many. */
export async function tidy(db: Connection): Promise<number> {
  const { rows } = await db.query('SELECT depesche.tidy() AS removed');
  return Number(rows[0]?.removed);
}

async function inTransaction<T>(db: Connection, run: () => Promise<T>): Promise<T> {
  await db.query('BEGIN');
  try {
    const result = await run();
    await db.query('COMMIT');
    return result;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}
