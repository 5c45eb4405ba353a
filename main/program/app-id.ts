import about from '../../package.json' with { type: 'json' };

/**
 * The name by which Windows and macOS know the program: the same in `appId` of electron-builder.yml, since Windows shows
 * notifications only of an app whose shortcut has the same one.
 */
export const appId: string = about.appId;
