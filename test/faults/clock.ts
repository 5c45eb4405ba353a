/** Loaded before a program (`node --import`): its clock differs by DEPESCHE_CLOCK_MS milliseconds. */
const offset = Number(process.env.DEPESCHE_CLOCK_MS);
const System = Date;

globalThis.Date = new Proxy(System, {
  construct: (target, args: ConstructorParameters<typeof Date> | []) =>
    args.length === 0 ? new target(System.now() + offset) : new target(...args),
  get: (target, name) => (name === 'now' ? () => System.now() + offset : Reflect.get(target, name)),
});
