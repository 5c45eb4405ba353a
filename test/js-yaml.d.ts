/** js-yaml comes with electron-builder and without types. */
declare module 'js-yaml' {
  export function load(text: string): unknown;
}
