// Where a second person approves, what is typed into the matrix waits in a draft: seen, marked, typed over; a template goes there too.
import { zh } from "../../shared/words/zh.ts";
import { expect, test } from "./harness.ts";
import { takeChoice } from "./page-steps.ts";

const { operators, common, frame, matterTemplate } = zh;

test("what is typed waits in a draft and is seen in its cell", async ({ launch }) => {
  const { page, openSample, picture, expectAccessible } = await launch({
    size: { width: 1440, height: 900 },
  });
  await openSample();
  const toast = (text: string | RegExp) => page.locator(".q-toast").filter({ hasText: text });
  const seat = page.locator(".q-person");
  await seat.click();
  await page.getByRole("menuitem", { name: operators.setUp }).click();
  const dialog = page.getByRole("dialog");
  for (const [name, role] of [
    ["王编制", frame.roles.configurator],
    ["李审核", frame.roles.reviewer],
  ] as const) {
    if (name === "李审核") await dialog.getByRole("button", { name: operators.add, exact: true }).click();
    await dialog.getByLabel(operators.name, { exact: true }).fill(name);
    await dialog.getByRole("checkbox", { name: new RegExp(`^${role}`) }).check();
    await dialog.getByRole("button", { name: operators.save, exact: true }).click();
    await expect(dialog.locator("li").filter({ hasText: name })).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await seat.click();
  await page.getByRole("menuitem", { name: /^王编制/ }).click();
  await expect(seat).toContainText("王编制");

  await page.evaluate(() => {
    location.hash = "/matrix?matter=all&area=gov_proc&check=off";
  });
  await expect(page.locator(".q-matrix-cell .q-duty").first()).toBeVisible();
  const grid = page.getByRole("grid");
  const active = page.locator(".q-matrix-cell[data-active]");
  await grid.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("30");
  await page.keyboard.press("Enter");
  await expect(toast(/TZ-\d{4}-001/).first()).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(active).toHaveAttribute("data-drafted", "");
  await expect(active).toContainText("≤30");

  // Typed over, also where there was nothing: still one edit a cell.
  await page.keyboard.type("40");
  await page.keyboard.press("Tab");
  await expect(active).not.toHaveAttribute("data-drafted", "");
  for (const amount of ["5", "6"]) {
    await page.keyboard.type(amount);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await expect(active).toContainText(`≤${amount}`);
  }
  await expect(page.locator(".q-matrix-cell[data-drafted]")).toHaveCount(2);
  await picture("zh-grid-drafted");
  await expectAccessible();
  await page.keyboard.press("Delete");
  await expect(page.locator(".q-matrix-cell[data-drafted]")).toHaveCount(1);

  await page.getByRole("button", { name: common.more, exact: true }).click();
  await page.getByRole("menuitem", { name: matterTemplate.open }).click();
  await page.getByRole("button", { name: /政府采购项目/ }).click();
  await page.locator("#matter-name").fill("机关零星采购");
  await page.getByRole("button", { name: common.next, exact: true }).click();
  const rung = matterTemplate.rung("1");
  await page.getByLabel(`${rung} ${matterTemplate.rungPost}`, { exact: true }).fill("· 局长");
  await takeChoice(page, "· 局长");
  await page.getByLabel(`${rung} ${matterTemplate.unlimited}`, { exact: true }).check();
  await page.getByRole("button", { name: common.next, exact: true }).click();
  await expect(page.locator("[data-preview]")).toBeVisible();
  await page.getByRole("button", { name: matterTemplate.saveDraft }).click();
  await expect(toast(/机关零星采购/).first()).toBeVisible();
  await page.evaluate(() => {
    location.hash = "/matrix/changes";
  });
  await expect(page.locator(".q-grid-line").filter({ hasText: "TZ-" })).toHaveCount(1);
  await picture("zh-grid-drafted-list");
});
