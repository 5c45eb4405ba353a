import type { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type * as StandIn from './stand-in.ts';

type Session = typeof StandIn.session.defaultSession;
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
      | 'relaunch'
      | 'setAppUserModelId'
      | 'disableHardwareAcceleration'
    >,
    typeof StandIn.app
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
      | 'unmaximize'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'setBackgroundColor'
      | 'isMinimized'
      | 'isMaximized'
      | 'isFocused'
      | 'isDestroyed'
      | 'getNormalBounds'
      | 'getBounds'
      | 'close'
      | 'destroy'
    >,
    StandIn.BrowserWindow
  >,
  Names<Electron.CommandLine, keyof typeof StandIn.app.commandLine>,
  Names<typeof Electron.BrowserWindow, 'getAllWindows'>,
  Names<Electron.WebContents, Exclude<keyof StandIn.BrowserWindow['webContents'], 'openHandler'>>,
  Fits<
    Pick<Electron.WebContents, 'send' | 'startDrag' | 'printToPDF' | 'setWindowOpenHandler'>,
    StandIn.BrowserWindow['webContents']
  >,
  Fits<Pick<Electron.IpcMain, 'handle'>, typeof StandIn.ipcMain>,
  Fits<Pick<Electron.IpcRenderer, 'invoke'>, typeof StandIn.ipcRenderer>,
  Fits<Pick<Electron.ContextBridge, 'exposeInMainWorld'>, typeof StandIn.contextBridge>,
  Names<Electron.Protocol, keyof typeof StandIn.protocol>,
  Fits<Pick<Electron.Session, Exclude<keyof Session, keyof EventEmitter>>, Session>,
  Names<typeof Electron.Menu, keyof typeof StandIn.Menu>,
  Names<Electron.Tray, keyof StandIn.Tray>,
  Names<Electron.Notification, Exclude<keyof StandIn.Notification, 'options'>>,
  Fits<Pick<typeof Electron.Notification, 'isSupported'>, typeof StandIn.Notification>,
  Fits<Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>, typeof StandIn.nativeTheme>,
  Names<Electron.Clipboard, Exclude<keyof typeof StandIn.clipboard, 'text'>>,
  Names<Electron.Screen, keyof typeof StandIn.screen>,
  Fits<Pick<Electron.Shell, keyof typeof StandIn.shell>, typeof StandIn.shell>,
  Names<Electron.SafeStorage, Exclude<keyof typeof StandIn.safeStorage, 'available'>>,
  Names<typeof Electron.nativeImage, keyof typeof StandIn.nativeImage>,
  Names<typeof Electron.webContents, keyof typeof StandIn.webContents>,
  Names<typeof Electron.session, keyof typeof StandIn.session>,
  Names<Electron.Session, Exclude<keyof ReturnType<typeof StandIn.session.fromPartition>, keyof EventEmitter>>,
  Names<Electron.Dialog, keyof typeof StandIn.dialog>,
];
