// The doors that the preload opens on the window.
import type { Shell } from "../../shared/contract/shell.ts";

declare global {
  interface Window {
    readonly quanheng?: Shell;
  }
}

/** @throws when the page was not opened by the application. */
export function shellOf(page: Window): Shell {
  if (!page.quanheng) throw new Error("this page needs the Quanheng window around it");
  return page.quanheng;
}
