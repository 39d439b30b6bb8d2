// The window opens on our own page, walled in, and is joined to the data service again whenever that has died.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Shell, ShellEvent } from "../../shared/contract/shell.ts";
import { expect, test } from "./harness.ts";

test("opens one walled-in window on its own page", async ({ launch }) => {
  const { app, page, picture } = await launch();
  expect(page.url()).toMatch(/^app:\/\/quanheng\//);
  expect(await page.title()).toContain("权衡");
  expect(
    await page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      return {
        reach: ["require", "process", "Buffer", "electron"].filter((name) => name in world),
        shell: Object.keys(world.quanheng as object).sort(),
        isFrozen: Object.isFrozen(world.quanheng),
      };
    }),
  ).toEqual({
    reach: [],
    shell: ["chooseFile", "chooseSave", "connect", "dropFile", "platform", "print", "reveal"],
    isFrozen: true,
  });
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Electron has this method but leaves it out of its types.
      const contents = window.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences };
      const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration };
    }),
  );
  expect(preferences).toEqual([{ sandbox: true, contextIsolation: true, nodeIntegration: false }]);
  await picture("launch");
});

test("goes nowhere else and opens nothing", async ({ launch }) => {
  const { app, page, errors } = await launch();
  const outcome = await page.evaluate(async () => {
    const inline = document.createElement("script");
    inline.textContent = "globalThis.intruder = true";
    document.body.append(inline);
    const opened = window.open("https://example.invalid/");
    location.href = "https://example.invalid/";
    const fetched = await fetch("https://example.invalid/").then(
      () => "fetched",
      () => "refused",
    );
    const asked = await navigator.permissions.query({ name: "geolocation" });
    return { opened, fetched, permission: asked.state, intruder: "intruder" in globalThis };
  });
  expect(outcome).toEqual({ opened: null, fetched: "refused", permission: "denied", intruder: false });
  expect(page.url()).toMatch(/^app:\/\/quanheng\//);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // Each refusal leaves a line in the console; they are what this test asks for.
  expect(errors.every((line) => /Content Security Policy|ERR_|Failed/.test(line))).toBe(true);
  errors.length = 0;
});

test("a service that is killed comes back: the page is told, and given a new port", async ({ launch }) => {
  const { page, servicePid } = await launch();
  const pid = await servicePid();
  const heard = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const events: string[] = [];
        addEventListener("message", ({ data, ports }: MessageEvent<ShellEvent>) => {
          events.push(data.quanheng === "service" ? data.state : `port ${ports.length}`);
          if (events.length === 2) resolve(events);
        });
      }),
  );
  // The page listens before the evaluation answers anything; a round trip makes sure of it.
  await page.evaluate(() => document.title);
  process.kill(pid, "SIGKILL");
  expect(await heard).toEqual(["lost", "port 1"]);
  expect(await servicePid()).not.toBe(pid);
});

test("a page whose process died is loaded again", async ({ launch }) => {
  const { app, errors } = await launch();
  const shown = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const loaded = new Promise<void>((resolve) => contents.once("did-finish-load", () => resolve()));
    contents.forcefullyCrashRenderer();
    await loaded;
    return contents.executeJavaScript(`new Promise((resolve) => {
      const look = () => document.querySelector("h1") ? resolve(document.querySelector("h1").textContent) : requestAnimationFrame(look);
      look();
    })`) as Promise<string>;
  });
  expect(shown).not.toBe("");
  errors.length = 0;
});

test("the window opens again where it stood, as large as it was", async ({ launch }) => {
  const first = await launch();
  const bounds = await first.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    window.setBounds({ x: 24, y: 16, width: 1111, height: 711 });
    return window.getNormalBounds();
  });
  expect(bounds).toMatchObject({ width: 1111, height: 711 });
  await first.close();
  const second = await launch({ userData: first.userData });
  expect(
    await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds()),
  ).toEqual(bounds);
});

test("a chosen file becomes a grant and a name, never a path", async ({ launch, folder }) => {
  const { page, answerDialogs } = await launch();
  await answerDialogs(`${folder}/人员.csv`);
  const chosen = await page.evaluate(() => {
    const { quanheng } = globalThis as unknown as { quanheng: Shell };
    return quanheng.chooseFile("table");
  });
  expect(chosen?.name).toBe("人员.csv");
  expect(JSON.stringify(chosen)).not.toContain(folder);
  await answerDialogs(`${folder}/冲突`);
  const saved = await page.evaluate(() => {
    const { quanheng } = globalThis as unknown as { quanheng: Shell };
    return quanheng.chooseSave("冲突", "xlsx");
  });
  expect(saved?.name).toBe("冲突.xlsx");
  await answerDialogs();
  const declined = await page.evaluate(() => {
    const { quanheng } = globalThis as unknown as { quanheng: Shell };
    return quanheng.chooseFile("table");
  });
  expect(declined).toBeNull();
});

test("prints its page as a tagged PDF on A4 landscape, its Chinese text still text", async ({ launch }) => {
  const { page } = await launch();
  const bytes = await page.evaluate(async () => {
    const paragraph = document.createElement("p");
    paragraph.textContent = "疑似冲突:同一人长期经办又审核(页 1)";
    document.body.append(paragraph);
    const { quanheng } = globalThis as unknown as { quanheng: Shell };
    return [...(await quanheng.print())];
  });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const first = await pdf.getPage(1);
  expect(await first.getStructTree()).toMatchObject({ role: "Root" });
  // A4 is 842 by 595 points; Chromium rounds its pixels up.
  expect(first.view.map((points) => Math.round(points / 2))).toEqual([0, 0, 421, 298]);
  const { items } = await first.getTextContent();
  expect(items.map((item) => ("str" in item ? item.str : "")).join("")).toContain(
    "疑似冲突:同一人长期经办又审核(页 1)",
  );
});
