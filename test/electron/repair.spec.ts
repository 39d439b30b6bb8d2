// Repair in the real window, in both languages and by keyboard: proposals from the check panel become branches side by side.
import { en } from "../../shared/words/en.ts";
import { zh } from "../../shared/words/zh.ts";
import { expect, test } from "./harness.ts";

for (const [language, words] of [
  ["zh-CN", zh],
  ["en-US", en],
] as const) {
  const { repair, changes } = words;

  test(`least-change repair becomes drafts to compare, ${language}`, async ({ launch }) => {
    const { page, openSample, expectAccessible, picture } = await launch({
      size: { width: 1280, height: 800 },
    });
    await openSample();
    if (language === "en-US") await page.getByTitle(zh.frame.otherLanguage).click();
    await page.evaluate(() => {
      location.hash = "/matrix?matter=all";
    });
    const open = page.getByRole("button", { name: repair.open, exact: true });
    await open.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: repair.title });
    await expect(panel.getByText(repair.least, { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    const first = panel.getByRole("heading", { name: repair.proposal("1"), exact: true });
    await expect(first).toBeVisible();
    await expect(panel.locator(".q-repair-lines").first().locator("li").first()).not.toBeEmpty();
    await panel.locator("summary").first().click();
    await expectAccessible();
    await picture(`${language}-repair`);

    const keepAll = panel.getByRole("button", { name: /[2-9]/ }).last();
    await expect(keepAll).toBeEnabled();
    await keepAll.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#\/matrix\/changes\/compare\?ids=/, { timeout: 60_000 });
    await expect(page.locator(".q-compare-head").first()).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
    await picture(`${language}-repair-branches`);
    await page.evaluate(() => {
      location.hash = "/matrix/changes";
    });
    await expect(page.getByText(changes.states.draft).first()).toBeVisible();
  });
}
