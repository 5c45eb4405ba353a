/** The command line is wrong: the usage is shown with this message. */
export class UsageError extends Error {}
