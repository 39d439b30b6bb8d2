// Working in the matrix in the real window: typed, pasted, filled, asked, looked back on, moved on the ladder; by keyboard where it matters.
import { expect, test } from "./harness.ts";

const languages = {
  zh: {
    other: null,
    all: "全部事项",
    changed: /^改额度：/,
    pasted: /^贴入授权/,
    filled: /^填充授权/,
    cleared: /^终止授权/,
    undone: /^已撤销/,
    unread: /不是额度/,
    amount: "≤30",
    history: "沿革",
    who: "谁能在 2026-03-05 批 50 万元的采购?",
    whoRead: /2026-03-05 · 审批 · 50 万元 · /,
    ladder: "额度阶梯",
    saveLadder: "保存阶梯",
    ladderSaved: /^调整额度阶梯：/,
    areas: "总览",
    bulk: "批量修改",
    save: "保存",
    bulkSaved: /^批量修改授权/,
    theme: "换成深色",
  },
  en: {
    other: "En",
    all: "All matters",
    changed: /^Changed amount:/,
    pasted: /^Pasted/,
    filled: /^Filled/,
    cleared: /^Ended/,
    undone: /^Undone/,
    unread: /is no amount/,
    amount: "≤30",
    history: "History",
    who: "who may approve 500,000 yuan of procurement on 2026-03-05",
    whoRead: /2026-03-05 · Authorise · .*50.* · /,
    ladder: "Ladders",
    saveLadder: "Save ladder",
    ladderSaved: /^Changed ladder:/,
    areas: "Overview",
    bulk: "Change together",
    save: "Save",
    bulkSaved: /^Changed \d+ authorities together/,
    theme: "Switch to dark",
  },
} as const;

for (const [language, words] of Object.entries(languages)) {
  test(`the matrix is worked in as a table is (${language})`, async ({ launch }) => {
    const { app, page, openSample, picture, expectAccessible } = await launch({
      size: { width: 1440, height: 900 },
    });
    if (words.other) await page.getByRole("button", { name: words.other, exact: true }).click();
    await openSample();
    const go = (address: string): Promise<void> =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, address);
    const grid = page.getByRole("grid");
    const active = page.locator(".q-matrix-cell[data-active]");
    const toast = (text: RegExp) => page.locator(".q-toast").filter({ hasText: text });
    const undo = async (): Promise<void> => {
      await page.keyboard.press("Control+z");
      await expect(toast(words.undone).first()).toBeVisible();
      await toast(words.undone).first().getByRole("button").last().click();
      await expect(toast(words.undone)).toHaveCount(0);
    };

    await go("/matrix?matter=all&area=gov_proc&check=off");
    await expect(page.locator(".q-matrix-cell .q-duty").first()).toBeVisible();
    await picture(`${language}-grid`);
    await expectAccessible();

    await test.step("an amount is typed into a cell by keyboard alone, and taken back", async () => {
      await grid.focus();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("ArrowDown");
      await expect(active).toHaveCount(1);
      await page.keyboard.type("x5");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert")).toContainText(words.unread);
      await picture(`${language}-grid-typing`);
      await page.keyboard.press("Escape");
      await expect(grid).toBeFocused();
      const before = await active.innerText();
      await page.keyboard.type("30");
      await expect(page.locator(".q-matrix-typing-note [data-preview]")).not.toBeEmpty();
      await page.keyboard.press("Enter");
      await expect(toast(words.changed)).toBeVisible();
      await page.keyboard.press("ArrowUp");
      await expect(active).toContainText(words.amount);
      await undo();
      await expect(active).toHaveText(before, { useInnerText: true });
    });

    await test.step("a table from a spreadsheet is pasted, filled down, and both are taken back", async () => {
      await app.evaluate(({ clipboard }) => clipboard.writeText("5万\t≤30万\n不限\t20万以上\n"));
      await grid.focus();
      await page.keyboard.press("Control+v");
      await expect(toast(words.pasted)).toBeVisible();
      await expect(active).toContainText("≤5");
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Shift+ArrowDown");
      await expect(page.locator(".q-matrix-cell[aria-selected=true]")).toHaveCount(3);
      await page.keyboard.press("Control+d");
      await expect(toast(words.filled)).toBeVisible();
      await expect(page.locator(".q-matrix-cell[aria-selected=true]").filter({ hasText: "≤5" })).toHaveCount(
        3,
      );
      await page.keyboard.press("Control+c");
      expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/≤(5万|50000 CNY)/);
      await picture(`${language}-grid-pasted`);
      await expectAccessible();
      await undo();
      await undo();
    });

    await test.step("several authorities are changed together, the check told beforehand", async () => {
      await grid.focus();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("Control+Shift+End");
      await page.getByRole("button", { name: words.bulk }).click();
      await page.locator("#bulk-doc").fill("青财〔2026〕9号");
      await expect(page.locator(".q-panel [data-preview]")).toBeVisible();
      await picture(`${language}-grid-bulk`);
      await expectAccessible();
      await page.locator(".q-panel-foot").getByRole("button", { name: words.save }).click();
      await expect(toast(words.bulkSaved)).toBeVisible();
      await undo();
    });

    await test.step("a cell opens by Enter and tells its history", async () => {
      await grid.focus();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect(page.locator(".q-panel")).toContainText(words.history);
      await expect(page.locator(".q-history li").first()).toBeVisible();
      await picture(`${language}-cell-history`);
      await expectAccessible();
      await page.keyboard.press("Escape");
    });

    await test.step("one line asks who could, one line a step answers", async () => {
      const line = page.locator(".q-who input");
      await line.fill(words.who);
      await line.press("Enter");
      await expect(page.locator(".q-who-answer")).toContainText(words.whoRead);
      await expect(page.locator(".q-who-answer li").first()).toContainText(/[（(]/);
      await picture(`${language}-who`);
      await expectAccessible();
      await line.press("Escape");
      await expect(page.locator(".q-who-answer")).toHaveCount(0);
    });

    await test.step("a bound of the ladder is moved by an arrow key and saved", async () => {
      await page.getByRole("button", { name: words.ladder, exact: true }).click();
      const bound = page.getByRole("slider").filter({ visible: true }).first();
      const before = await bound.getAttribute("aria-valuenow");
      await picture(`${language}-ladders`);
      await expectAccessible();
      await bound.focus();
      await page.keyboard.press("ArrowRight");
      await expect(bound).not.toHaveAttribute("aria-valuenow", before ?? "");
      const nudged = await bound.getAttribute("aria-valuenow");
      const box = await bound.boundingBox();
      if (!box) throw new Error("the bound is not drawn");
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 - 40, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
      await expect(bound).not.toHaveAttribute("aria-valuenow", nudged ?? "");
      await expect(page.locator(".q-panel [data-preview]")).toBeVisible();
      await picture(`${language}-ladder-moved`);
      await expectAccessible();
      await page.getByRole("button", { name: words.saveLadder }).click();
      await expect(toast(words.ladderSaved)).toBeVisible();
      await undo();
    });

    await test.step("from the areas to a matter; in the dark as well", async () => {
      await page.locator(".q-tools").getByRole("button", { name: words.areas, exact: true }).click();
      await expect(page.locator(".q-areas tr[data-area]").first()).toBeVisible();
      await picture(`${language}-areas`);
      await expectAccessible();
      await page.locator(".q-areas tbody button").nth(1).click();
      await expect(page.locator(".q-matrix-matter")).toHaveCount(1);
      await page.getByRole("button", { name: words.theme }).click();
      await picture(`${language}-grid-dark`);
      await expectAccessible();
    });
  });
}
