// The window: sandboxed, isolated, bound to our own pages; nothing remote, no pop-ups, no permissions.
import { BrowserWindow, screen, session } from "electron";
import { ORIGIN } from "./assets.ts";
import { popEditMenu } from "./menu.ts";
import { keepPlace, placeOn, readPlace } from "./window-place.ts";

/** Denies every permission a page could ask for, and every request that leaves this computer. */
export function closeSession(): void {
  const { defaultSession } = session;
  // Copying a table to the clipboard is the one thing a click may do beyond the page.
  const isAllowed = (permission: string) => permission === "clipboard-sanitized-write";
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isAllowed(permission)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(app|blob|data|devtools|chrome-extension):/.test(details.url) });
  });
}

export interface WindowParts {
  preload: string;
  icon: string;
  /** File that keeps where the window stood. */
  placeFile: string;
  log(line: string): void;
}

/** Opens the window on the first page, where it last stood; it shows itself once there is something to see. */
export async function openWindow({ preload, icon, placeFile, log }: WindowParts): Promise<BrowserWindow> {
  const kept = readPlace(placeFile);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { isMaximized = false, ...bounds } = (kept && placeOn(screens, kept)) ?? { width: 1440, height: 900 };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    icon,
    title: "权衡 Quanheng",
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  window.webContents.on("will-navigate", (event) => event.preventDefault());
  window.webContents.on("will-attach-webview", (event) => event.preventDefault());
  window.webContents.on("context-menu", (_event, what) => popEditMenu(window, what));
  reloadWhenGone(window, log);
  window.once("ready-to-show", () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on("close", () => {
    keepPlace(placeFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  await window.loadURL(`${ORIGIN}/`);
  return window;
}

/** A page whose process died (no memory, killed) is loaded again: all that was confirmed is with the service. */
function reloadWhenGone(window: BrowserWindow, log: (line: string) => void): void {
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    log(`page gone: ${reason}`);
    // A page that cannot start at all would be loaded for ever.
    if (reason !== "clean-exit" && reason !== "launch-failed" && !window.isDestroyed()) window.reload();
  });
}

/** Brings the open window to the front; used when the program is started a second time. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
