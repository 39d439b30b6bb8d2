// The window: sandboxed, isolated, bound to our own pages; nothing remote, no pop-ups, no permissions.
import { BrowserWindow, session } from "electron";
import { ORIGIN } from "./assets.ts";

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

/** Opens the window on the first page; it shows itself once there is something to see. */
export async function openWindow({
  preload,
  icon,
}: {
  preload: string;
  icon: string;
}): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
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
  window.once("ready-to-show", () => window.show());
  await window.loadURL(`${ORIGIN}/`);
  return window;
}

/** Brings the open window to the front; used when the program is started a second time. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
