// Delegations in the real window: lent with its paper, seen on the overview, printed, ended early; in Chinese and English.
import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./harness.ts";
import { takeChoice, takeFromPalette } from "./page-steps.ts";

const go = (
  page: { evaluate: (work: (hash: string) => void, hash: string) => Promise<void> },
  address: string,
) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);

test("an authority is lent, reminded of, printed, renewed at most once, ended early, and taken back", async ({
  launch,
}) => {
  const { page, openSample, expectAccessible, picture } = await launch({
    size: { width: 1366, height: 768 },
  });
  await openSample();
  const toast = (text: string) => page.locator(".q-toast").filter({ hasText: text });
  const panel = page.locator(".q-panel");

  await go(page, "/matrix");
  await page.getByRole("button", { name: "转授权", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("在用转授权");
  const first = page.locator(".q-grid-line[data-openable]").first();
  await expect(first).toBeVisible();
  await picture("delegations");
  await expectAccessible();
  await first.click();
  const [giver = "", receiver = ""] = (await panel.getByRole("heading", { level: 2 }).innerText()).split(
    " → ",
  );
  await expectAccessible();

  await page.getByRole("button", { name: "新增转授权" }).click();
  await panel.getByRole("button", { name: "转授权", exact: true }).click();
  await expect(panel.getByRole("alert").first()).toContainText("请填写授权人");
  const choose = async (name: RegExp, words: string): Promise<void> => {
    await panel.getByRole("combobox", { name }).fill(words);
    await takeChoice(page, words);
  };
  await choose(/^授权人/, giver);
  await panel.getByRole("combobox", { name: "授权", exact: true }).click();
  await takeChoice(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await choose(/^被授权人/, receiver);
  await expect(panel.getByText(`${receiver}将同时持有`)).toBeVisible();
  await expect(panel.getByRole("alert").first()).toContainText("书面文件");
  await picture("delegation-form");
  await expectAccessible();
  await panel.getByRole("textbox", { name: /^文号/ }).fill("青财授〔2026〕7号");
  await panel.getByRole("textbox", { name: /^事由/ }).fill("出差");
  await panel.getByRole("button", { name: /转授权$/ }).click();
  await expect(toast("已转授权")).toBeVisible();

  await go(page, "/overview");
  await expect(page.getByText("3 份转授权七日内到期")).toBeVisible();
  await picture("delegation-reminder");
  await page.getByRole("link", { name: "查看" }).click();
  const lent = page.locator(".q-grid-line[data-openable]").filter({ hasText: "青财授〔2026〕7号" }).first();
  await expect(lent).toContainText("在用");
  await lent.click();
  await picture("delegation-panel");
  await panel.getByRole("button", { name: "续期" }).click();
  await expect(panel.getByRole("textbox", { name: "第一日" })).not.toHaveValue("");
  await panel.getByRole("button", { name: "取消" }).click();

  await lent.click();
  await panel.getByRole("button", { name: "转授权书" }).click();
  await expect(page.locator(".q-report")).toContainText("青财授〔2026〕7号");
  await expect(page.locator(".q-report")).toContainText("授权事项2");
  await picture("delegation-letter");
  await expectAccessible();

  await go(page, "/matrix/delegations?show=running");
  await lent.click();
  await panel.getByRole("button", { name: "提前收回" }).click();
  const card = page.locator(".ant-popover");
  await card.getByRole("button", { name: "收回" }).click();
  await expect(card.getByRole("alert")).toContainText("收回原因");
  await card.getByRole("textbox", { name: "收回原因" }).fill("提前返岗");
  await card.getByRole("button", { name: "收回" }).click();
  await expect(toast("已收回")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(toast("已撤销：已收回")).toBeVisible();
});

test("in English: the limits are the unit's own, the form says them, the ledgers are taken away", async ({
  folder,
  launch,
}) => {
  const { page, openSample, answerDialogs, expectAccessible, picture } = await launch({
    size: { width: 1920, height: 1080 },
  });
  await openSample();
  await page.getByTitle("English").click();
  await go(page, "/matrix/delegations");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("in force on");
  await page.getByRole("button", { name: "Limits" }).click();
  await page.getByRole("spinbutton", { name: "Most days" }).fill("20");
  await picture("delegation-limits");
  await page.locator(".ant-popover").getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".q-toast").filter({ hasText: "Limits saved" })).toBeVisible();
  await page.getByRole("button", { name: "Delegate", exact: true }).click();
  await expect(page.locator(".q-panel")).toContainText("at most 20");
  await expectAccessible();
  await picture("delegations-en");

  await go(page, "/organisation/responsibilities");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/\S/);
  await picture("responsibilities");

  const path = join(folder, "ledgers.xlsx");
  await answerDialogs(path);
  await go(page, "/reports?what=matrix");
  await page.getByRole("button", { name: "Office ledgers" }).click();
  await expect(page.locator(".q-receipt")).toContainText("ledgers.xlsx");
  await picture("ledgers-receipt");
  expect(statSync(path).size).toBeGreaterThan(5_000);
});

test("without a delegation the page says what belongs there, and leads to it from the palette", async ({
  folder,
  launch,
}) => {
  const { page, answerDialogs, expectAccessible, picture } = await launch({
    size: { width: 1280, height: 800 },
  });
  await page.getByRole("checkbox").first().check();
  await page.getByRole("textbox", { name: "单位名称" }).fill("青岚县财政局");
  await answerDialogs(join(folder, "own.quanheng"));
  await page.getByRole("button", { name: "建立" }).click();
  await expect(page).toHaveURL(/#\/overview/);
  await takeFromPalette(page, "zsq", "转授权");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("还没有转授权");
  await expectAccessible();
  await picture("delegations-empty");
  await page.getByRole("button", { name: "新增转授权" }).click();
  await expect(page.locator(".q-panel")).toContainText("先选授权人");
  await picture("delegations-empty-form");
});
