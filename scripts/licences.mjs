/**
 * Licences of what may become part of the program: their only duty is to keep the notice (out/renderer/licences.txt does). That of
 * the fonts (OFL-1.1) also forbids to sell them alone.
 */
const BUNDLED = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'OFL-1.1',
];
/** For tools, which are used and never passed on, these as well. */
const TOOLS = [...BUNDLED, 'MPL-2.0', 'Python-2.0', 'WTFPL', 'CC-BY-3.0', 'CC-BY-4.0'];

/** Whether an SPDX licence expression can be satisfied with the licences of a list. AND binds more tightly than OR. */
function satisfied(expression, allowed) {
  // Parentheses within change what binds to what; no package has needed that yet.
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(plain)) return false;
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => allowed.includes(licence)));
}

/**
 * The packages whose licence is not on the list of what may be bundled, or of what a tool may have; one line each.
 * @param {Iterable<{ name: string, licence: string | undefined }>} packages
 * @param {'bundled' | 'tool'} use
 */
export function licenceProblems(packages, use) {
  const allowed = use === 'bundled' ? BUNDLED : TOOLS;
  return [...packages]
    .filter(({ licence }) => licence === undefined || !satisfied(licence, allowed))
    .map(({ name, licence }) => `${name} has ${licence === undefined ? 'no licence' : `the licence ${licence}`}`);
}
