// The doors a window may knock on: the only ipcMain handlers, each checked for who asks and what is asked.
import { BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, shell, type WebContents } from "electron";
import { type ShellAsk, shellAsks } from "../../shared/contract/shell.ts";
import { ORIGIN } from "./assets.ts";
import type { FileGrants } from "./file-grants.ts";
import { filtersOf, withEnding } from "./file-kinds.ts";
import { printPage } from "./print.ts";

export interface ShellParts {
  grants: FileGrants;
  /** Hands the window a port to the data service, now and after every restart. */
  connect(contents: WebContents): void;
}

export function openShell({ grants, connect }: ShellParts): void {
  answer("connect", (contents) => connect(contents));
  answer("chooseFile", async (contents, { kind }) => {
    const chosen = await dialog.showOpenDialog(windowOf(contents), {
      properties: ["openFile"],
      filters: filtersOf(kind),
    });
    const [path] = chosen.filePaths;
    return path === undefined ? null : grants.give(path, "read");
  });
  answer("chooseSave", async (contents, { suggestedName, kind }) => {
    const chosen = await dialog.showSaveDialog(windowOf(contents), {
      defaultPath: withEnding(suggestedName, kind),
      filters: filtersOf(kind),
      properties: ["createDirectory", "showOverwriteConfirmation"],
    });
    return chosen.canceled || !chosen.filePath
      ? null
      : grants.give(withEnding(chosen.filePath, kind), "write");
  });
  answer("dropFile", (_contents, { path }) => grants.give(path, "read"));
  answer("reveal", (_contents, { grant }) => {
    const path = grants.pathOf(grant);
    if (path !== undefined) shell.showItemInFolder(path);
  });
  answer("print", (contents) => printPage(contents));
}

type Asked<A extends ShellAsk> = ReturnType<(typeof shellAsks)[A]["parse"]>;

function answer<A extends ShellAsk>(
  ask: A,
  handle: (contents: WebContents, input: Asked<A>) => unknown,
): void {
  ipcMain.handle(`quanheng:${ask}`, (event, input: unknown) => {
    if (!isOurWindow(event)) throw new Error("refused: not a window of this program");
    return handle(event.sender, shellAsks[ask].parse(input) as Asked<A>);
  });
}

/** True for the top frame of one of our windows, showing one of our pages. */
function isOurWindow({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    senderFrame.url.startsWith(`${ORIGIN}/`) &&
    BrowserWindow.fromWebContents(sender) !== null
  );
}

function windowOf(contents: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(contents);
  if (window === null) throw new Error("refused: the window is gone");
  return window;
}
