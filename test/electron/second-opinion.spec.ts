// The second opinion in the real window: asked for beside the conflicts, its outcome said there and on the overview.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "./harness.ts";

test("the conflicts are checked again in SQL and the outcome stands on both pages", async ({ launch }) => {
  const { page, openSample, picture, expectAccessible } = await launch({
    size: { width: 1280, height: 800 },
  });
  await openSample();
  const go = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, address);
  await go("/conflicts");
  await page.getByRole("button", { name: "用 SQL 另算一遍" }).click();
  const outcome = page.locator(".q-opinion[role=status]");
  await expect(outcome).toContainText(/\d+ 条规则中 \d+ 条经 SQL 另算一遍，结果一致/, { timeout: 120_000 });
  await outcome.locator("summary").click();
  await expect(outcome.locator("li").first()).toBeVisible();
  await expectAccessible();
  await picture("second-opinion");
  await go("/");
  await expect(outcome).toBeVisible();
});

test("a stored answer that SQL does not find again is shown in red and can be taken away", async ({
  launch,
  folder,
}) => {
  const { page, openSample, picture, expectAccessible } = await launch({
    size: { width: 1280, height: 800 },
  });
  await openSample();
  const file = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((name) =>
    name.endsWith(".quanheng"),
  );
  // One conflict is taken off the list behind the program's back: the check is wrong from here on.
  const db = new Database(join(folder, file ?? ""));
  db.exec(
    "UPDATE conflicts SET state = 'closed-by-facts' WHERE key = (SELECT min(key) FROM conflicts WHERE state = 'open' AND rule_id LIKE 'P-%')",
  );
  db.close();
  await page.evaluate(() => {
    location.hash = "/conflicts";
  });
  await page.getByRole("button", { name: "用 SQL 另算一遍" }).click();
  const defect = page.locator(".q-opinion-defect");
  await expect(defect).toContainText("程序缺陷", { timeout: 120_000 });
  await expect(defect).toContainText(/P-\d+.*核对 没有；SQL 有，\d{4}-\d{2}-\d{2}/);
  await expect(defect.getByRole("button", { name: "导出清单" })).toBeEnabled();
  await expectAccessible();
  await picture("second-opinion-defect");
});
