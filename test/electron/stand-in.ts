import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

// The parts of Electron that the desktop app touches, for tests without its binary. Every member is checked against
// electron.d.ts in stand-in-shape.ts, event subscriptions apart; IPC clones both ways as the real one does.

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly paths: Record<string, string> = { appData: '/invented/appdata', documents: '/invented/documents' };
  readonly lock = { granted: true, data: undefined as unknown };
  badge = 0;
  sandboxed = false;
  /** Exit code once the app has ended. */
  exited: number | undefined;
  /** Arguments of every requested restart. */
  readonly restarts: (readonly string[])[] = [];
  /** Switches of Chromium on the command line. */
  readonly switches = new Set<string>();
  readonly commandLine = {
    hasSwitch: (name: string): boolean => this.switches.has(name),
    getSwitchValue: (_name: string): string => '',
  };
  /** On macOS only. */
  readonly dock: Electron.Dock | undefined = undefined;
  accelerated = true;
  disableHardwareAcceleration = (): void => {
    this.accelerated = false;
  };
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
    this.exited ??= code ?? 0;
  };
  relaunch = ({ args = [] }: Electron.RelaunchOptions = {}): void => void this.restarts.push(args);
  readonly recent: string[] = [];
  addRecentDocument = (path: string): void => void this.recent.push(path);
  readonly tasks: Electron.Task[] = [];
  setUserTasks = (tasks: Electron.Task[]): boolean => this.tasks.push(...tasks) > 0;
  readonly login = { openAtLogin: false };
  getLoginItemSettings = () => this.login;
  setLoginItemSettings = ({ openAtLogin = false }: Electron.Settings): void => {
    this.login.openAtLogin = openAtLogin;
  };
  userModelId = '';
  setAppUserModelId = (id: string): void => {
    this.userModelId = id;
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
  startDrag = (item: Electron.Item): void => void outside.dragged.push(item.file);
  printToPDF = async (): Promise<Buffer> => {
    const page = await pages.printing?.(new Request(this.mainFrame.url));
    return Buffer.from(`%PDF ${await page?.text()}`);
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
  readonly state = {
    shown: false,
    focused: false,
    maximised: false,
    flashing: false,
    destroyed: false,
    fullScreen: false,
  };

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', event(), this.webContents);
  }
  loadURL = async (url: string): Promise<void> => {
    if (this.state.destroyed) throw new TypeError('Object has been destroyed');
    this.webContents.mainFrame.url = url;
    await loads.now(this);
  };
  show = (): void => {
    if (this.state.destroyed) throw new TypeError('Object has been destroyed');
    this.state.shown = true;
    this.emit('show');
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
  unmaximize = (): void => {
    this.state.maximised = false;
  };
  setFullScreen = (flag: boolean): void => {
    this.state.fullScreen = flag;
  };
  setBackgroundColor = (colour: string): void => {
    this.options.backgroundColor = colour;
  };
  flashFrame = (flag: boolean): void => {
    this.state.flashing = flag;
  };
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => this.state.maximised;
  isFullScreen = (): boolean => this.state.fullScreen;
  isFocused = (): boolean => this.state.focused;
  isDestroyed = (): boolean => this.state.destroyed;
  /** The window's reported state; tests replace it. */
  bounds: Electron.Rectangle = { x: 30, y: 40, width: 900, height: 700 };
  getNormalBounds = (): Electron.Rectangle => this.bounds;
  getBounds = (): Electron.Rectangle =>
    this.state.maximised || this.state.fullScreen ? { x: 0, y: 0, width: 1920, height: 1080 } : this.bounds;
  destroy = (): void => {
    this.state.destroyed = true;
    this.state.shown = false;
  };
  close = (): void => {
    if (this.state.destroyed) return;
    const closing = event();
    this.emit('close', closing);
    if (closing.defaultPrevented) return;
    this.destroy();
    // Not said while quitting, as electron.d.ts has it.
    const last = BrowserWindow.all.every((window) => window.isDestroyed());
    if (last && !app.quitting) app.emit('window-all-closed');
  };
}

/** How a page loads; by default at once, and Electron says so in both ways. */
export const loads: { now: (window: BrowserWindow) => Promise<void> } = {
  now: async (window) => {
    window.emit('ready-to-show');
    window.webContents.emit('did-finish-load');
  },
};

type Handler = (event: Electron.IpcMainInvokeEvent, ...values: unknown[]) => unknown;
export const handlers = new Map<string, Handler>();
export const ipcMain = { handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler) };

/** The sender of a call, by default the page of the first window; tests replace it. */
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

type PageHandler = (request: Request) => Response | Promise<Response>;
/** The handlers of the window's pages, and of those that are printed. */
export const pages: { schemes: Electron.CustomScheme[]; handler?: PageHandler; printing?: PageHandler } = {
  schemes: [],
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]): void => void pages.schemes.push(...schemes),
  handle: (_scheme: string, handler: PageHandler): void => {
    pages.handler = handler;
  },
};

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0];
export const permissions: { request?: RequestHandler; check?: CheckHandler; device?: DeviceHandler } = {};
/** What was set for Chromium's spell checker, and what was cleared. */
export const spelling: { languages?: string[]; enabled?: boolean } = {};
export const cleared: string[] = [];
const lockable = () => ({
  setSpellCheckerLanguages: (languages: string[]): void => {
    spelling.languages = languages;
  },
  setSpellCheckerEnabled: (enabled: boolean): void => {
    spelling.enabled = enabled;
  },
  clearStorageData: async (): Promise<void> => void cleared.push('storage'),
  clearCache: async (): Promise<void> => void cleared.push('cache'),
  setPermissionRequestHandler: (handler: RequestHandler): void => {
    permissions.request = handler;
  },
  setPermissionCheckHandler: (handler: CheckHandler): void => {
    permissions.check = handler;
  },
  setDevicePermissionHandler: (handler: DeviceHandler): void => {
    permissions.device = handler;
  },
});
const defaultSession = Object.assign(new EventEmitter(), lockable());
const printing = Object.assign(new EventEmitter(), lockable(), {
  protocol: {
    isProtocolHandled: (): boolean => pages.printing !== undefined,
    handle: (_scheme: string, handler: PageHandler): void => {
      pages.printing = handler;
    },
  },
});
export const session = { defaultSession, fromPartition: () => printing };
/** A picture is its path. */
export const nativeImage = { createFromPath: (path: string) => path };
export const webContents = {
  getFocusedWebContents: (): WebContents | null =>
    BrowserWindow.all.find(({ state }) => state.focused)?.webContents ?? null,
};

export interface BuiltMenu {
  readonly template: Electron.MenuItemConstructorOptions[];
  popup(): void;
}
export const menus: {
  application?: BuiltMenu;
  tray?: BuiltMenu;
  context?: BuiltMenu;
  click?: () => void;
  tooltip: string;
  title: string;
} = { tooltip: '', title: '' };
export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]): BuiltMenu => {
    const menu: BuiltMenu = {
      template,
      popup: () => {
        menus.context = menu;
      },
    };
    return menu;
  },
  setApplicationMenu: (menu: BuiltMenu): void => {
    menus.application = menu;
  },
};
export class Tray extends EventEmitter {
  constructor(_icon: string) {
    super();
    menus.click = () => this.emit('click');
  }
  setTitle = (text: string): void => {
    menus.title = text;
  };
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

class NativeTheme extends EventEmitter {
  themeSource: 'system' | 'light' | 'dark' = 'system';
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
}
export const nativeTheme = new NativeTheme();
export const clipboard = { text: '', writeText: (text: string): void => void Object.assign(clipboard, { text }) };
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};
/** Files and links opened outside, and the user's choices in dialogs. */
export const outside: {
  opened: string[];
  errors: string[];
  chosen: string[];
  /** The options of every save dialog, and where the user saves to; nowhere: they cancel. */
  saving: Electron.SaveDialogOptions[];
  saveTo: string;
  /** The options of every message box, and which button the user presses. */
  asked: Electron.MessageBoxOptions[];
  pressed: number;
  /** Files dragged out of a window. */
  dragged: string[];
} = { opened: [], errors: [], chosen: [], saving: [], saveTo: '', asked: [], pressed: 0, dragged: [] };
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
  showSaveDialog: async (options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> => {
    outside.saving.push(options);
    return { canceled: outside.saveTo === '', filePath: outside.saveTo };
  },
  showMessageBox: async (options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> => {
    outside.asked.push(options);
    return { response: outside.pressed, checkboxChecked: false };
  },
};

/** A keychain that turns texts around. */
export const safeStorage = {
  available: true,
  isEncryptionAvailable: (): boolean => safeStorage.available,
  getSelectedStorageBackend: () => 'gnome_libsecret' as const,
  encryptString: (text: string): Buffer => Buffer.from([...text].reverse().join('')),
  decryptString: (sealed: Buffer): string => [...sealed.toString()].reverse().join(''),
};
