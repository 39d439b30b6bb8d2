// Composition root of the window: reads as the list of its parts.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { app, dialog, MessageChannelMain, utilityProcess, type WebContents } from "electron";
import { declareScheme, serveAssets } from "./assets.ts";
import { type FileGrants, keepFileGrants } from "./file-grants.ts";
import { hasGraphicsCard } from "./graphics.ts";
import { setMenu } from "./menu.ts";
import { canHoldDriver, inNodeChild, inUtilityProcess, type StartHome } from "./service-home.ts";
import { keepService, type Listener, type ServiceProcess } from "./service-process.ts";
import { openShell } from "./shell.ts";
import { closeSession, openWindow, showWindow } from "./window.ts";

const BUILT = join(import.meta.dirname, "..");

// A terminal that closed under us must not bring the program down with its next line of log.
process.stderr.on("error", () => {});
let isQuitting = false;
app.once("before-quit", () => {
  isQuitting = true;
});

if (process.env.QUANHENG_USER_DATA) app.setPath("userData", process.env.QUANHENG_USER_DATA);
if (!hasGraphicsCard(process.platform, existsSync)) app.disableHardwareAcceleration();
declareScheme();
if (app.requestSingleInstanceLock()) {
  app.on("second-instance", showWindow);
  app.on("window-all-closed", () => app.quit());
  start().catch((error: unknown) => {
    // A window closed while it was loading is no failure.
    if (isQuitting) return;
    console.error(error);
    dialog.showErrorBox("权衡 Quanheng", error instanceof Error ? error.message : String(error));
    app.exit(3);
  });
} else {
  app.quit();
}

const log = (line: string): void => console.error(`[quanheng] ${line}`);

async function start(): Promise<void> {
  await app.whenReady();
  const service: ServiceProcess = keepService({
    startHome: chooseHome(),
    openChannel: () => new MessageChannelMain(),
    grants: () => grants.list(),
    now: () => performance.now(),
    wait,
    log,
  });
  const grants: FileGrants = keepFileGrants(service.register);
  service.start();
  stopBeforeQuitting(service);

  closeSession();
  serveAssets(join(BUILT, "renderer"));
  setMenu();
  openShell({ grants, connect: (contents) => service.join(listenerOf(contents)) });
  app.on("web-contents-created", (_event, contents) => {
    contents.once("destroyed", () => service.leave(contents.id));
  });
  await openWindow({
    preload: join(BUILT, "preload/preload.cjs"),
    icon: join(BUILT, "main/icon.png"),
    placeFile: join(app.getPath("userData"), "window.json"),
    log,
  });
  log("window open");
}

/** Feature detection: the runtime's own Node-API decides, not its version or name. */
function chooseHome(): StartHome {
  const entry = unpacked(join(BUILT, "main/service.cjs"));
  const options = { entry, env: { ...process.env, QUANHENG_USER_DATA: app.getPath("userData") } };
  if (canHoldDriver(process.versions)) return inUtilityProcess(options, utilityProcess.fork);
  const beside = join(process.resourcesPath, process.platform === "win32" ? "node.exe" : "node");
  const node = process.env.QUANHENG_NODE ?? (existsSync(beside) ? beside : undefined);
  if (node === undefined) {
    throw new Error(
      `Electron ${process.versions.electron} is too old for the database driver, and no Node 24 lies beside it: start with "npm start", or set QUANHENG_NODE.`,
    );
  }
  return inNodeChild(options, node);
}

/** A plain Node cannot look into the archive; files it needs are unpacked beside it. */
function unpacked(path: string): string {
  const beside = path.replace("app.asar", "app.asar.unpacked");
  return existsSync(beside) ? beside : path;
}

function listenerOf(contents: WebContents): Listener {
  return {
    id: contents.id,
    receive: (port) => contents.postMessage("quanheng:port", null, [port]),
    tell: (state) => contents.send("quanheng:service", state),
  };
}

/** The service closes its workbook before the program ends. */
function stopBeforeQuitting(service: ServiceProcess): void {
  let isStopped = false;
  app.on("will-quit", (event) => {
    if (isStopped) return;
    event.preventDefault();
    void service.stop().finally(() => {
      isStopped = true;
      app.quit();
    });
  });
}
