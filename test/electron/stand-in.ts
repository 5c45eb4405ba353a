import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

// The parts of Electron that the desktop app touches, for tests without its binary. Every member is checked against
// electron.d.ts at the end of the file, event subscriptions apart; IPC clones both ways as the real one does.

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly paths: Record<string, string> = { appData: '/invented/appdata' };
  readonly lock = { granted: true, data: undefined as unknown };
  badge = 0;
  sandboxed = false;
  /** Exit code once the app has ended. */
  exited: number | undefined;
  ready: Promise<void> = Promise.resolve();

  setPath = (name: string, path: string): void => {
    this.paths[name] = path;
  };
  getPath = (name: string): string => this.paths[name] ?? '';
  requestSingleInstanceLock = (data?: object): boolean => {
    this.lock.data = structuredClone(data);
    return this.lock.granted;
  };
  enableSandbox = (): void => {
    this.sandboxed = true;
  };
  whenReady = (): Promise<void> => this.ready;
  getLocale = (): string => 'en-GB';
  getPreferredSystemLanguages = (): string[] => ['en-GB'];
  setBadgeCount = (count?: number): boolean => {
    this.badge = count ?? 0;
    return true;
  };
  quitting = false;
  quit = (): void => {
    this.quitting = true;
    this.emit('before-quit', event());
    for (const window of BrowserWindow.all) window.close();
    if (BrowserWindow.all.every((window) => window.isDestroyed())) this.emit('will-quit', event());
  };
  exit = (code?: number): void => {
    this.exited = code ?? 0;
  };
}
export const app = new App();

/** An event whose default a listener may prevent. */
export function event(): { defaultPrevented: boolean; preventDefault(): void } {
  const own = {
    defaultPrevented: false,
    preventDefault: () => {
      own.defaultPrevented = true;
    },
  };
  return own;
}

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

class WebContents extends EventEmitter {
  readonly mainFrame: { url: string; parent: null } = { url: '', parent: null };
  openHandler: OpenHandler | undefined;
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.openHandler = handler;
  };
  send = (channel: string, ...values: unknown[]): void => {
    ipcRenderer.emit(channel, { sender: 'never to be seen by a page' }, ...structuredClone(values));
  };
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  static getAllWindows = (): BrowserWindow[] => BrowserWindow.all;
  readonly webContents = new WebContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly state = { shown: false, focused: false, maximised: false, flashing: false, destroyed: false };

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', event(), this.webContents);
  }
  loadURL = async (url: string): Promise<void> => {
    this.webContents.mainFrame.url = url;
    this.emit('ready-to-show');
  };
  show = (): void => {
    this.state.shown = true;
  };
  hide = (): void => {
    this.state.shown = false;
  };
  focus = (): void => {
    this.state.focused = true;
    this.emit('focus');
  };
  restore = (): void => undefined;
  maximize = (): void => {
    this.state.maximised = true;
  };
  flashFrame = (flag: boolean): void => {
    this.state.flashing = flag;
  };
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => this.state.maximised;
  isFocused = (): boolean => this.state.focused;
  isDestroyed = (): boolean => this.state.destroyed;
  getNormalBounds = (): Electron.Rectangle => ({ x: 30, y: 40, width: 900, height: 700 });
  close = (): void => {
    if (this.state.destroyed) return;
    const closing = event();
    this.emit('close', closing);
    if (closing.defaultPrevented) return;
    this.state.destroyed = true;
    this.state.shown = false;
    // Not said while quitting, as electron.d.ts has it.
    const last = BrowserWindow.all.every((window) => window.isDestroyed());
    if (last && !app.quitting) app.emit('window-all-closed');
  };
}

type Handler = (event: Electron.IpcMainInvokeEvent, ...values: unknown[]) => unknown;
export const handlers = new Map<string, Handler>();
export const ipcMain = { handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler) };

/** Who a call comes from, by default the page of the first window; tests put others in its place. */
export const caller: { frame: unknown; contents: unknown } = { frame: undefined, contents: undefined };

class IpcRenderer extends EventEmitter {
  invoke = async (channel: string, ...values: unknown[]): Promise<unknown> => {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const contents = BrowserWindow.all[0]?.webContents;
    const sender = { sender: caller.contents ?? contents, senderFrame: caller.frame ?? contents?.mainFrame };
    // The parts of the real event that a handler of ours may look at.
    const invoked = sender as unknown as Electron.IpcMainInvokeEvent;
    return structuredClone(await handler(invoked, ...structuredClone(values)));
  };
}
export const ipcRenderer = new IpcRenderer();

/** What a preload script has given to the page. */
export const exposed: Record<string, unknown> = {};
export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown): void => {
    exposed[name] = api;
  },
};

export const pages: { schemes: Electron.CustomScheme[]; handler?: (request: Request) => Response | Promise<Response> } =
  { schemes: [] };
export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]): void => void pages.schemes.push(...schemes),
  handle: (_scheme: string, handler: (request: Request) => Response | Promise<Response>): void => {
    pages.handler = handler;
  },
};

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0];
export const permissions: { request?: RequestHandler; check?: CheckHandler; device?: DeviceHandler } = {};
const defaultSession = {
  setPermissionRequestHandler: (handler: RequestHandler): void => {
    permissions.request = handler;
  },
  setPermissionCheckHandler: (handler: CheckHandler): void => {
    permissions.check = handler;
  },
  setDevicePermissionHandler: (handler: DeviceHandler): void => {
    permissions.device = handler;
  },
};
export const session = { defaultSession };

export interface BuiltMenu {
  readonly template: Electron.MenuItemConstructorOptions[];
}
export const menus: { application?: BuiltMenu; tray?: BuiltMenu; tooltip: string } = { tooltip: '' };
export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]): BuiltMenu => ({ template }),
  setApplicationMenu: (menu: BuiltMenu): void => {
    menus.application = menu;
  },
};
export class Tray extends EventEmitter {
  setToolTip = (text: string): void => {
    menus.tooltip = text;
  };
  setContextMenu = (menu: BuiltMenu): void => {
    menus.tray = menu;
  };
}

export class Notification extends EventEmitter {
  static readonly all: Notification[] = [];
  static isSupported = (): boolean => true;
  readonly options: Electron.NotificationConstructorOptions;
  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.options = options;
  }
  show = (): void => void Notification.all.push(this);
}

export const nativeTheme: { themeSource: 'system' | 'light' | 'dark' } = { themeSource: 'system' };
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};
/** What was opened outside, and what the person picks in dialogs. */
export const outside: { opened: string[]; errors: string[]; chosen: string[] } = { opened: [], errors: [], chosen: [] };
export const shell = {
  openPath: async (path: string): Promise<string> => {
    outside.opened.push(path);
    return path.includes('missing') ? 'No such folder' : '';
  },
  openExternal: async (url: string): Promise<void> => void outside.opened.push(url),
};
export const dialog = {
  showErrorBox: (_title: string, content: string): void => void outside.errors.push(content),
  showOpenDialog: async (): Promise<Electron.OpenDialogReturnValue> => ({
    canceled: outside.chosen.length === 0,
    filePaths: outside.chosen,
  }),
};

type Fits<Real, Own extends Real> = Own;
type Names<Real, Own extends keyof Real> = Own;

/** The shape check: what Electron does not have, or has with another type, does not compile here. */
export type Shape = [
  Fits<
    Pick<
      Electron.App,
      | 'isPackaged'
      | 'setPath'
      | 'getPath'
      | 'requestSingleInstanceLock'
      | 'enableSandbox'
      | 'whenReady'
      | 'getLocale'
      | 'getPreferredSystemLanguages'
      | 'setBadgeCount'
      | 'quit'
      | 'exit'
    >,
    App
  >,
  Fits<
    Pick<
      Electron.BrowserWindow,
      | 'loadURL'
      | 'show'
      | 'hide'
      | 'focus'
      | 'restore'
      | 'maximize'
      | 'flashFrame'
      | 'isMinimized'
      | 'isMaximized'
      | 'isFocused'
      | 'isDestroyed'
      | 'getNormalBounds'
      | 'close'
    >,
    BrowserWindow
  >,
  Names<typeof Electron.BrowserWindow, 'getAllWindows'>,
  Names<Electron.WebContents, Exclude<keyof WebContents, 'openHandler'>>,
  Fits<Pick<Electron.WebContents, 'send' | 'setWindowOpenHandler'>, WebContents>,
  Fits<Pick<Electron.IpcMain, 'handle'>, typeof ipcMain>,
  Fits<Pick<Electron.IpcRenderer, 'invoke'>, IpcRenderer>,
  Fits<Pick<Electron.ContextBridge, 'exposeInMainWorld'>, typeof contextBridge>,
  Names<Electron.Protocol, keyof typeof protocol>,
  Fits<Pick<Electron.Session, keyof typeof defaultSession>, typeof defaultSession>,
  Names<typeof Electron.Menu, keyof typeof Menu>,
  Names<Electron.Tray, keyof Tray>,
  Names<Electron.Notification, Exclude<keyof Notification, 'options'>>,
  Fits<Pick<typeof Electron.Notification, 'isSupported'>, typeof Notification>,
  Fits<Pick<Electron.NativeTheme, 'themeSource'>, typeof nativeTheme>,
  Names<Electron.Screen, keyof typeof screen>,
  Fits<Pick<Electron.Shell, keyof typeof shell>, typeof shell>,
  Names<Electron.Dialog, keyof typeof dialog>,
];
