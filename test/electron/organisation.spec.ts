// People and posts in the real window: a person is found, linked to a post, the link ended, and all of it taken back.
import { expect, test } from "./harness.ts";
import { takeChoice } from "./page-steps.ts";

test("a person is assigned to a post, the assignment ended, both undone by Ctrl+Z", async ({ launch }) => {
  const { page, openSample, expectAccessible, picture } = await launch({
    size: { width: 1280, height: 800 },
  });
  await openSample();
  const go = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, address);
  const toast = (text: string) => page.locator(".q-toast").filter({ hasText: text });

  await go("/organisation/people");
  await page.locator(".q-grid-line[data-openable]").nth(4).click();
  const panel = page.locator(".q-panel");
  const held = panel.locator("section").filter({ hasText: "任职到岗位" }).last().locator("li");
  // The fifth of the bureau holds a post whatever the day; counted once it is there.
  await expect(held.first()).toBeVisible();
  const before = await held.count();
  await expectAccessible();
  await panel.getByRole("button", { name: "任职到岗位" }).click();
  await panel.getByRole("button", { name: "保存" }).click();
  await expect(panel.getByRole("alert").first()).toContainText("请填写岗位");
  await panel.getByRole("combobox", { name: /岗位/ }).fill("印章");
  await takeChoice(page, "印章");
  await panel.getByRole("textbox", { name: "起始日期" }).fill("2026-01-05");
  await page.keyboard.press("Enter");
  await expectAccessible();
  await panel.getByRole("button", { name: "保存" }).click();
  await expect(toast("已保存：新增任职")).toBeVisible();
  await expect(held).toHaveCount(before + 1);
  await picture("person");

  await held.filter({ hasText: "印章" }).getByRole("button").click();
  await panel.getByRole("button", { name: "取消" }).click();
  await go("/organisation/assignments");
  await page.locator(".q-grid-line[data-openable]").nth(4).click();
  await panel.getByRole("button", { name: "终止" }).click();
  await page.locator(".ant-popover").getByRole("button", { name: "终止" }).click();
  await expect(toast("已终止")).toBeVisible();

  await page.keyboard.press("Control+z");
  await expect(toast("已撤销：已终止")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(toast("已撤销：已保存")).toBeVisible();
});
