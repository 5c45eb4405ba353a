/** The environment of a host that runs in Node. */
export const hostEnv: NodeJS.ProcessEnv;
