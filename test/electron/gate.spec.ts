// Ask before signing in the real window: refused with reasons, somebody else found, asked again and allowed; by keyboard, in both languages.
import { expect, test } from "./harness.ts";
import { takeChoice, takeFromPalette } from "./page-steps.ts";
import { sampleOfToday } from "./sample-of-today.ts";

test("refused with its reasons, a substitute is found, asked again it is allowed", async ({ launch }) => {
  const { page, openSample, expectAccessible, picture } = await launch({
    size: { width: 1280, height: 800 },
  });
  await openSample();
  const go = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, address);
  await go("/approvals");
  await page.getByRole("button", { name: "签前试问" }).click();
  await expect(page).toHaveURL(/#\/approvals\/gate/);
  await expect(page.getByText("签办之前，先问一问").first()).toBeVisible();
  await expectAccessible();
  await picture("gate-empty");

  const { halfWay, world } = await sampleOfToday(page);
  const name = world.people.find(({ id }) => id === halfWay.requester)?.name ?? "";
  expect(name).not.toBe("");

  // By keyboard alone: the case and whoever asked for it are typed and chosen, the next step has proposed itself.
  const form = page.getByRole("form", { name: "拟办理" });
  const band = page.getByRole("status").filter({ hasText: "签" });
  const reasons = page.getByRole("region", { name: "理由" });
  await form.getByRole("combobox", { name: "业务件" }).focus();
  await page.keyboard.type(halfWay.caseNo);
  await page.keyboard.press("Escape");
  await expect(form.locator(".q-gate-past li").nth(4)).toBeVisible();
  await form.getByRole("combobox", { name: "办理人" }).focus();
  await page.keyboard.type(halfWay.requester);
  await takeChoice(page, halfWay.requester);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(band).toContainText("暂不能签");
  await expect(reasons.locator("tbody tr").filter({ hasText: "拦截" })).toHaveCount(2);
  await expect(reasons.getByRole("link", { name: /规则/ }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "谁可以签" }).locator("tbody tr").first()).toBeVisible();
  await expectAccessible();
  await picture("gate-refused");

  const take = page.getByRole("button", { name: /^改请 .+ 签$/ }).first();
  await expect(take).toBeVisible();
  await take.focus();
  await page.keyboard.press("Enter");
  await expect(band).toContainText("可以签");
  await picture("gate-allowed");

  await takeFromPalette(page, "English", "English");
  await expect(page.getByRole("status").filter({ hasText: "May be signed" })).toBeVisible();
  await picture("gate-en");
  await takeFromPalette(page, "dark", "Switch to dark");
  await expectAccessible();
  await picture("gate-en-dark");
});
