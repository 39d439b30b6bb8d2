// Starts the real app for a journey: own data folder, no console error forgiven, files chosen without a dialog, pictures and axe at hand.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { _electron, test as base, type ElectronApplication, expect, type Page } from "@playwright/test";
import { awaitFirstPage, expectAccessible, gatherErrors, openSample, takePicture } from "./page-steps.ts";

const ROOT = join(import.meta.dirname, "../..");

export interface LaunchOptions {
  /** Language of the system; the app opens in Chinese unless told otherwise. */
  language?: "zh-CN" | "en-US";
  /** A data folder to go on with; a fresh one by default. */
  userData?: string;
  /** Size of the window's content. */
  size?: { width: number; height: number };
  env?: Record<string, string>;
}

export interface Quanheng {
  app: ElectronApplication;
  page: Page;
  userData: string;
  /** Console errors and uncaught exceptions so far; any left at the end fails the test. */
  errors: string[];
  /** What the program and its service wrote on stderr; shown when a test fails. */
  log: string[];
  /** Process of the data service now running. */
  servicePid(): Promise<number>;
  /** From the first page: accepts the notice and opens the sample unit; ends on the overview. */
  openSample(): Promise<void>;
  /** Answers the next dialogs: opening takes these paths in turn, saving the last of them. */
  answerDialogs(...paths: string[]): Promise<void>;
  /** Writes `test-results/pictures/<name>.png` for a person to look at. */
  picture(name: string): Promise<void>;
  /** Fails on findings of axe that are serious or critical. */
  expectAccessible(): Promise<void>;
  close(): Promise<void>;
}

interface Fixtures {
  /** A folder of the test's own, removed after it. */
  folder: string;
  launch(options?: LaunchOptions): Promise<Quanheng>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "quanheng-journey-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  launch: async ({ folder }, use, testInfo) => {
    const running: Quanheng[] = [];
    await use(async (options = {}) => {
      const started = await start({ userData: join(folder, `user-data-${running.length}`), ...options });
      running.push(started);
      return started;
    });
    for (const started of running) {
      await started.close();
      if (testInfo.status !== testInfo.expectedStatus) console.error(started.log.join("\n"));
      expect(started.errors, "console errors").toEqual([]);
    }
  },
});
export { expect };

/** Switches that this machine needs, as the launcher found out. */
export function testSwitches(): string[] {
  return (process.env.QUANHENG_TEST_SWITCHES ?? "").split(" ").filter((word) => word !== "");
}

async function start(options: LaunchOptions & { userData: string }): Promise<Quanheng> {
  const { userData, language = "zh-CN", size } = options;
  const app = await _electron.launch({
    args: [...testSwitches(), `--lang=${language}`, ROOT],
    env: {
      ...(process.env as Record<string, string>),
      LANGUAGE: language,
      ...options.env,
      QUANHENG_USER_DATA: userData,
    },
  });
  const services: number[] = [];
  const log: string[] = [];
  createInterface(app.process().stderr!).on("line", (line) => {
    log.push(line);
    const pid = line.match(/data service ready .* process (\d+)/)?.[1];
    if (pid !== undefined) services.push(Number(pid));
  });
  const page = await app.firstWindow();
  const errors = gatherErrors(page);
  if (size) {
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    );
  }
  await awaitFirstPage(page).catch((error: unknown) => {
    console.error([...log, ...errors].join("\n"));
    throw error;
  });
  let isOpen = true;
  app.once("close", () => {
    isOpen = false;
  });
  return {
    app,
    page,
    userData,
    errors,
    log,
    servicePid: async () => {
      await expect.poll(() => services.length).toBeGreaterThan(0);
      return services.at(-1)!;
    },
    openSample: () => openSample(page),
    answerDialogs: (...paths) =>
      app.evaluate(({ dialog }, answers) => {
        const last = answers.at(-1);
        const rest = [...answers];
        dialog.showOpenDialog = async () => {
          const path = rest.shift();
          return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] };
        };
        dialog.showSaveDialog = async () => ({ canceled: last === undefined, filePath: last ?? "" });
      }, paths),
    picture: (name) => takePicture(page, name),
    expectAccessible: () => expectAccessible(page),
    close: async () => {
      if (isOpen) await app.close();
    },
  };
}
