/** What the path of a dispatch that came from the newsroom's server begins with, instead of a file of the wire folder. */
export const SHARED_PATH = 'server:';
