/** The door of the server's side, for the command line. */
export { ACCESS, type Access, type Invited, invite, logins, revoke, serverStatus, tidy } from './admin.ts';
export { addressIn, type Client, connectByUrl, isHere } from './connect.ts';
export { invitationText } from './invitation.ts';
export { migrateServer, NewerSchema, SCHEMA_VERSION, schemaOf } from './migrations.ts';
