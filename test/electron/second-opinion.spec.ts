// The second opinion in the real window: asked for beside the conflicts, its outcome said there and on the overview.
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
