const VERSION_4_AT = 14;

/** The id of a new note or passage, a UUID of version 7 (RFC 9562, section 5.7): ids sort by the time they were made. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(VERSION_4_AT + 1)}`;
}
