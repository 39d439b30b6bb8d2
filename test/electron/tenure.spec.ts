// The ledger in the real window: who is due and what is to be looked at, a policy of one post, an exemption with evidence.
import { expect, test } from "./harness.ts";
import { takeChoice } from "./page-steps.ts";

const go = (
  page: { evaluate: (work: (hash: string) => void, hash: string) => Promise<void> },
  address: string,
) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);

test("from the ledger to a policy, an exemption with its evidence", async ({ launch }) => {
  const { page, openSample, expectAccessible, picture } = await launch({
    size: { width: 1366, height: 768 },
  });
  await openSample();
  const toast = (text: string) => page.locator(".q-toast").filter({ hasText: text });
  const panel = page.locator(".q-panel");
  const line = page.locator(".q-grid-line[data-openable]");

  await go(page, "/rotation/ledger");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("人在关键岗位任职");
  await expect(line.first()).toBeVisible();
  await picture("tenure-ledger");
  await expectAccessible();
  await page.getByRole("button", { name: /^超期/ }).click();
  await line.first().click();
  await expect(panel).toContainText("待核事项");
  await expect(panel).toContainText("任期由哪几段组成");
  await picture("tenure-line");
  await expectAccessible();
  const person = await panel.getByRole("heading", { level: 2 }).innerText();

  await page.getByRole("button", { name: "轮岗政策" }).click();
  await expect(panel).toContainText("不是法定期限");
  await panel.getByRole("combobox", { name: "选关键岗位" }).click();
  await takeChoice(page);
  const limit = panel.getByRole("spinbutton", { name: /轮岗周期/ });
  await limit.fill("30");
  await picture("tenure-policy");
  await panel.getByRole("button", { name: "保存" }).click();
  await expect(toast("政策已保存")).toBeVisible();
  await expect(panel).toContainText("30 个月");
  await picture("tenure-policies");
  await expectAccessible();

  await go(page, "/rotation/ledger?state=overdue");
  await line.filter({ hasText: person }).first().click();
  await panel.getByRole("button", { name: /登记豁免$/ }).click();
  await expect(page).toHaveURL(/exemptions/);
  await panel.getByRole("button", { name: /登记豁免$/ }).click();
  await expect(panel.getByRole("alert").first()).toContainText("请填写");
  await panel.getByRole("combobox", { name: /^事由/ }).fill("距退休不足两年");
  await panel.getByRole("textbox", { name: /^依据文号/ }).fill("青财党组〔2026〕5号");
  await panel.getByRole("combobox", { name: /^批准机构/ }).fill("科长");
  await panel.getByRole("combobox", { name: /^替代控制/ }).fill("按月专项审计");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await panel.getByRole("button", { name: /登记豁免$/ }).click();
  await expect(panel.getByRole("alert").first()).toContainText("不能单独批准");
  await picture("exemption-form");
  await expectAccessible();
  await panel.getByRole("combobox", { name: /^批准机构/ }).fill("局党组会议");
  await page.keyboard.press("Tab");
  await panel.getByRole("button", { name: /登记豁免$/ }).click();
  await expect(toast("已登记豁免")).toBeVisible();

  const own = line.filter({ hasText: "按月专项审计" });
  await own.click();
  await panel.getByRole("button", { name: "登记证据" }).click();
  const card = page.locator(".ant-popover:not(.ant-popover-hidden)");
  await card.getByRole("textbox", { name: "谁做的" }).fill("审计科 王敏");
  await card.getByRole("textbox", { name: "发现什么" }).fill("抽查 12 件，未见异常");
  await picture("exemption-evidence");
  await card.getByRole("button", { name: "登记证据" }).click();
  await expect(toast("证据已登记")).toBeVisible();
  await expect(panel).toContainText("审计科 王敏");
  await picture("exemption-panel");
  await expectAccessible();
  await page.keyboard.press("Control+z");
  await expect(toast("已撤销：证据已登记")).toBeVisible();
  await panel.getByRole("button", { name: "提前终止" }).click();
  await expect(card.getByRole("textbox", { name: "终止原因" })).toBeVisible();
});

test("a forced leave is asked for, placed as the planner would, and taken back", async ({ launch }) => {
  const { page, openSample, expectAccessible, picture } = await launch({
    size: { width: 1366, height: 768 },
  });
  await openSample();
  const toast = (text: string) => page.locator(".q-toast").filter({ hasText: text });
  const panel = page.locator(".q-panel");
  await go(page, "/rotation/exemptions");
  await page.getByRole("button", { name: "强制休假", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("还没有强制休假");
  await picture("leave-empty");
  await expectAccessible();
  await page.getByRole("button", { name: "安排强制休假" }).click();
  await panel.getByRole("button", { name: /提出休假$/ }).click();
  await expect(panel.getByRole("alert").first()).toContainText("请填写");
  await panel.getByRole("combobox", { name: /^人员/ }).fill("出纳岗");
  await takeChoice(page, "出纳岗");
  await panel.getByRole("textbox", { name: /^事由/ }).fill("年度强制休假");
  await panel.getByRole("textbox", { name: /^依据文号/ }).fill("青财党组〔2026〕6号");
  await panel.getByRole("combobox", { name: /^批准机构/ }).fill("局党组会议");
  await page.keyboard.press("Tab");
  await picture("leave-form");
  await expectAccessible();
  await panel.getByRole("button", { name: /提出休假$/ }).click();
  await expect(toast("已提出，等待安排")).toBeVisible();

  await expect(panel).toContainText("安排日期和代岗人");
  await panel.getByRole("combobox", { name: "代岗人" }).click();
  await page.locator(".ant-select-item-option").first().click();
  await expect(panel).toContainText("逐条核对过，可以安排");
  await picture("leave-placing");
  await expectAccessible();
  // A day fewer is too few.
  const last = panel.getByRole("textbox", { name: "最后一日" });
  const day = await last.inputValue();
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);
  await last.fill(before);
  await page.keyboard.press("Enter");
  await expect(panel).toContainText("个工作日，须 10 个");
  await expect(panel.getByRole("button", { name: /安\s?排$/ })).toBeDisabled();
  await picture("leave-troubles");
  await last.fill(day);
  await page.keyboard.press("Enter");
  await expect(panel).toContainText("逐条核对过，可以安排");
  await panel.getByRole("button", { name: /安\s?排$/ }).click();
  await expect(toast("已安排强制休假")).toBeVisible();
  await expect(panel).toContainText("休假前交接");
  await picture("leave-placed");
  await expectAccessible();
  await page.keyboard.press("Control+z");
  await expect(toast("已撤销：已安排强制休假")).toBeVisible();
});

test("in English, with what is to be looked at", async ({ launch }) => {
  const { page, openSample, expectAccessible, picture } = await launch({
    size: { width: 1920, height: 1080 },
  });
  await openSample();
  await page.getByTitle("English").click();
  await go(page, "/rotation/ledger?state=concern");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("to be looked at");
  await picture("tenure-ledger-en");
  await expectAccessible();
  await go(page, "/rotation/exemptions");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("exemption");
  await page.locator(".q-grid-line[data-openable]").first().click();
  await expect(page.locator(".q-panel")).toContainText("Evidence of the control");
  await picture("exemptions-en");
  await expectAccessible();
});
