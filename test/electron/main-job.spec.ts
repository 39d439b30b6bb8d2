// The main job in the real window, in both languages: divide, import, check, rotate, take the report away.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./harness.ts";

const languages = {
  zh: {
    other: null,
    addAuthority: "新增授权",
    undo: /撤销/,
    save: "保存",
    savedAuthority: /^修改授权：/,
    authorities: "授权",
    importTitle: "导入",
    choose: "选择文件",
    check: /^核对 \d+ 行$/,
    needs: "需补正",
    bringIn: /^导入 \d+ 行$/,
    imported: /已导入：新增 1 行/,
    seeOrCheck: /^(核对|看冲突)$/,
    suspected: "疑似",
    makePlan: "排方案",
    start: "开始排",
    validated: "通过",
    exportPlan: "导出方案",
    exportAs: { xlsx: "导出 Excel 工作簿", pdf: "导出 PDF 文件" },
    written: /已写好/,
  },
  en: {
    other: "En",
    addAuthority: "Add authority",
    undo: /Undo/,
    save: "Save",
    savedAuthority: /^Changed authority:/,
    authorities: "Authorities",
    importTitle: "Bring in",
    choose: "Choose a file",
    check: /^Judge \d+ rows?$/,
    needs: "To mend",
    bringIn: /^Bring in \d+ rows?$/,
    imported: /Brought in: 1 row added/,
    seeOrCheck: /^(Check|See conflicts)$/,
    suspected: "Suspected",
    makePlan: "Make a plan",
    start: "Start",
    validated: "passed",
    exportPlan: "Export the plan",
    exportAs: { xlsx: "Export Excel workbook", pdf: "Export PDF file" },
    written: /is written/,
  },
} as const;

for (const [language, words] of Object.entries(languages)) {
  test(`divide, import, check, rotate, export (${language})`, async ({ launch, folder }) => {
    const { page, openSample, answerDialogs, picture, expectAccessible } = await launch({
      size: { width: 1280, height: 800 },
    });
    if (words.other) await page.getByRole("button", { name: words.other, exact: true }).click();
    await openSample();
    await picture(`${language}-overview`);
    const go = (address: string): Promise<void> =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, address);
    const heading = page.getByRole("heading", { level: 1 });
    const toast = (text: string | RegExp) => page.locator(".q-toast").filter({ hasText: text });

    await test.step("divide: an authority is added through the form and taken back", async () => {
      await go("/matrix");
      const figure = page.locator(".q-figures dd").first();
      await expect(figure).toHaveText(/^\d+$/);
      const before = await figure.innerText();
      await expectAccessible();
      await page.locator(".q-matrix-cell:not(:has(.q-duty))").first().click();
      await page.locator(".q-panel-foot button").click();
      await page.getByRole("button", { name: words.save }).click();
      // Pointed at, it stays however long the figures take.
      await toast(words.savedAuthority).hover();
      await expect(figure).not.toHaveText(before);
      await picture(`${language}-matrix`);
      await toast(words.savedAuthority).getByRole("button", { name: words.undo }).click();
      await expect(figure).toHaveText(before);
    });

    await test.step("import: every row gets a verdict, the good one comes in", async () => {
      const file = join(folder, "people.csv");
      writeFileSync(file, "工号,姓名,到职日期\nX9001,测试甲,2026-01-05\n,测试乙,2026-02-30\n", "utf8");
      await answerDialogs(file);
      await go("/approvals/import");
      await page.getByRole("button", { name: words.choose }).click();
      await page.getByRole("button", { name: words.check }).click();
      await expect(page.getByRole("button", { name: new RegExp(`^${words.needs}`) }).first()).toBeVisible();
      await expectAccessible();
      await picture(`${language}-import`);
      await page.getByRole("button", { name: words.bringIn }).click();
      await expect(heading).toContainText(words.imported);
    });

    await test.step("check: the conflicts stand in the list, one opens with its article", async () => {
      await page.locator(".q-head-actions").getByRole("button", { name: words.seeOrCheck }).click();
      await expect(page).toHaveURL(/#\/conflicts/, { timeout: 60_000 });
      await page.locator(".q-grid-line[data-openable]").first().click();
      await expect(page.locator(".q-panel")).toContainText(words.suspected);
      await expect(page.locator(".q-case tr[data-clash]").first()).toBeVisible();
      await expectAccessible();
      await picture(`${language}-conflict`);
      await page.reload();
      await expect(page.locator(".q-panel")).toContainText(words.suspected);
    });

    await test.step("rotate: a plan is made and passes the independent validator", async () => {
      await go("/rotation/timeline");
      await page.getByRole("button", { name: words.makePlan }).click();
      await page.getByRole("button", { name: words.start }).click();
      await expect(page).toHaveURL(/plan=/, { timeout: 100_000 });
      await expect(page.locator(".q-figures")).toContainText(words.validated);
      await expectAccessible();
      await picture(`${language}-rotation`);
    });

    await test.step("export: plan and conflicts become files whose receipts are true", async () => {
      await page.getByRole("button", { name: words.exportPlan }).click();
      for (const [what, format] of [
        ["plan", "xlsx"],
        ["conflicts", "pdf"],
      ] as const) {
        const file = join(folder, `${what}.${format}`);
        await answerDialogs(file);
        await go(`/reports?what=${what}&format=${format}`);
        await page.getByRole("button", { name: words.exportAs[format] }).click();
        const receipt = page.locator(".q-receipt").filter({ hasText: `${what}.${format}` });
        await expect(receipt).toContainText(words.written, { timeout: 60_000 });
        expect(existsSync(file)).toBe(true);
        const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
        await expect(receipt).toContainText(sha256);
      }
      await expectAccessible();
      await picture(`${language}-report`);
    });
  });
}
