import { version as program } from '../program/version.ts';
import { COMPATIBLE } from './sql/compatible.ts';
import { DISPATCHES } from './sql/dispatches.ts';
import { SEARCHING } from './sql/searching.ts';
import { STATUSES } from './sql/statuses.ts';
import { TELLING } from './sql/telling.ts';

/** The part of a connection that the server's set-up needs. */
export interface Connection {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** The steps of the schema, the first from nothing. Added to, never changed: servers have run them. */
const STEPS: readonly string[] = [STATUSES, DISPATCHES, COMPATIBLE, TELLING, SEARCHING];

/** The newest schema that this program knows. */
export const SCHEMA_VERSION = STEPS.length;

/** The server's schema is newer than this program, and not made for it. */
export class NewerSchema extends Error {
  readonly found: number;

  constructor(found: number) {
    super(`the server has schema ${found}`);
    this.found = found;
  }
}

/** Groups of logins; each may also do what the one before it may. */
const GROUPS = ['depesche_reader', 'depesche_desk', 'depesche_ingest'] as const;
const OWNER = 'depesche_owner';
const ADMIN = 'depesche_admin';
/** Reads dispatches as row-level security lets it. */
const GATE = 'depesche_gate';

const role = (name: string) =>
  `DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name} NOLOGIN; END IF; END $$;`;

/** Roles belong to the whole server and may be there from another database. */
const ROLES = `
${[OWNER, ADMIN, GATE, ...GROUPS].map(role).join('\n')}
GRANT depesche_reader TO depesche_desk;
GRANT depesche_desk TO depesche_ingest;
GRANT ${GATE} TO ${OWNER};
GRANT ${OWNER} TO ${ADMIN};
DO $$ BEGIN EXECUTE format('GRANT ${OWNER} TO %I', current_user); END $$;
`;

/**
 * Brings the schema of a database up to this program's, in one transaction. Safe to repeat, and by several at once. Returns the
 * versions before and after. Rejects with NewerSchema if the server is ahead. `upTo` leaves later steps out, as an older program does.
 */
export async function migrateServer(db: Connection, upTo = SCHEMA_VERSION): Promise<{ from: number; to: number }> {
  await db.query('BEGIN');
  try {
    // Held until the end: a second one waits, and finds the work done.
    await db.query("SELECT pg_advisory_xact_lock(hashtext('depesche'))");
    const from = await schemaOf(db);
    if (from > upTo) throw new NewerSchema(from);
    // Only a login that has made the roles may change them: others may repeat what is done already.
    if (from === upTo) {
      await db.query('COMMIT');
      return { from, to: from };
    }
    await db.query(ROLES);
    await db.query(`CREATE SCHEMA IF NOT EXISTS depesche AUTHORIZATION ${OWNER}`);
    await db.query(`SET LOCAL ROLE ${OWNER}`);
    await db.query(
      'CREATE TABLE IF NOT EXISTS depesche.schema_version (version int PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now(), program text NOT NULL)',
    );
    for (const [index, step] of STEPS.slice(0, upTo).entries()) {
      if (index < from) continue;
      await db.query(step);
      await db.query('INSERT INTO depesche.schema_version (version, program) VALUES ($1, $2)', [index + 1, program]);
    }
    await db.query('COMMIT');
    return { from, to: upTo };
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

/** The version of a database's schema; 0 if it has none. */
export async function schemaOf(db: Connection): Promise<number> {
  const { rows: tables } = await db.query("SELECT to_regclass('depesche.schema_version') IS NOT NULL AS there");
  if (tables[0]?.there !== true) return 0;
  const { rows } = await db.query('SELECT coalesce(max(version), 0) AS version FROM depesche.schema_version');
  return Number(rows[0]?.version);
}
