// The one frozen object the window gets from outside: connect, choose or drop a file, reveal it, print.
import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { Shell, ShellAsk, ShellEvent } from "../../shared/contract/shell.ts";

const ask = (name: ShellAsk, input: object = {}) => ipcRenderer.invoke(`quanheng:${name}`, input);

const tell = (event: ShellEvent, ports: readonly MessagePort[] = []): void => {
  // A port cannot cross the context bridge as a value; a message to the page's own origin can carry it.
  window.postMessage(event, window.location.origin, [...ports]);
};
ipcRenderer.on("quanheng:port", (event) => tell({ quanheng: "port" }, event.ports));
ipcRenderer.on("quanheng:service", (_event, state) => tell({ quanheng: "service", state }));

const shell: Shell = {
  connect: () => ask("connect"),
  chooseFile: (kind) => ask("chooseFile", { kind }),
  chooseSave: (suggestedName, kind) => ask("chooseSave", { suggestedName, kind }),
  dropFile: async (file) => {
    const path = file instanceof File ? webUtils.getPathForFile(file) : "";
    return path === "" ? null : ask("dropFile", { path });
  },
  reveal: (grant) => ask("reveal", { grant }),
  print: () => ask("print"),
  platform: {
    os: process.platform,
    electron: process.versions.electron ?? "",
    chrome: process.versions.chrome ?? "",
  },
};
contextBridge.exposeInMainWorld("quanheng", Object.freeze(shell));
