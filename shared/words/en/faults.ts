// English: what went wrong.
import type { faults as zh } from "../zh/faults.ts";

export const faults: typeof zh = {
  title: "Faults",
  sheet: (name) => `sheet “${name}”`,
  row: (n) => `row ${n}`,
  column: (name) => `column “${name}”`,
  value: (text) => `value “${text}”`,
  lost: "The data service stopped and is being reconnected; everything confirmed is saved.",
  failed: "The data service stopped several times; no further tries are made.",
  failedHelp:
    "What was saved is safe. Choose “Reconnect”; if it fails again, close and reopen the window, or restore a backup.",
  reconnect: "Reconnect",
  required: (name) => `Please fill in: ${name}.`,
};
