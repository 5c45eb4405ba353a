import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rooms } from './rooms.mjs';

const BEGIN = '<!-- drawn by `npm run rooms:draw` from scripts/rooms.mjs -->';
const END = '<!-- end of drawing -->';

/** The rooms as a Mermaid flowchart: an arrow for each import that does not follow from two others. */
export function drawing() {
  const lines = ['```mermaid', 'flowchart TD'];
  for (const group of new Set(rooms.map(({ room }) => groupOf(room)))) {
    lines.push(`  subgraph ${idOf(group)} ["${group}/"]`);
    for (const { room, is } of rooms) {
      if (groupOf(room) === group) lines.push(`    ${idOf(room)}["<b>${room.slice(group.length + 1)}</b><br/>${is}"]`);
    }
    lines.push('  end');
  }
  for (const { room } of rooms) {
    const direct = lowerRooms(room);
    for (const other of direct) {
      const isImplied = direct.some((between) => between !== other && reach(between).has(other));
      if (!isImplied) lines.push(`  ${idOf(room)} --> ${idOf(other)}`);
    }
  }
  return [...lines, '```'].join('\n');
}

/** The text of docs/architecture.md with the drawing of today in it. @param {string} text */
export function withDrawing(text) {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from)
    throw new Error('docs/architecture.md has no place for the drawing: its two comments are missing.');
  return `${text.slice(0, from)}${BEGIN}\n\n${drawing()}\n\n${text.slice(to)}`;
}

/** @param {string} room */
const groupOf = (room) => room.split('/').slice(0, -1).join('/');
/** @param {string} room */
const idOf = (room) => room.replace(/[^a-z\d]/gi, '_');

/**
 * The rooms a room may import; a file that a row names inside a room counts as that room.
 * @param {string} room
 * @returns {string[]}
 */
function lowerRooms(room) {
  const may = rooms.find((row) => row.room === room)?.may ?? [];
  const named = may.map((other) => rooms.find((row) => `${other}/`.startsWith(`${row.room}/`))?.room ?? other);
  return [...new Set(named)];
}

/** @type {Map<string, Set<string>>} */
const reached = new Map();
/**
 * Every room that can be reached from one, itself left out.
 * @param {string} room
 * @returns {Set<string>}
 */
function reach(room) {
  const known = reached.get(room) ?? new Set(lowerRooms(room).flatMap((other) => [other, ...reach(other)]));
  reached.set(room, known);
  return known;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../docs/architecture.md', import.meta.url);
  writeFileSync(file, withDrawing(readFileSync(file, 'utf8')));
}
