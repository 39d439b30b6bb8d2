// Ask before signing in the real window: refused with reasons, somebody else found, asked again and allowed; by keyboard, in both languages.
import { expect, test } from "./harness.ts";

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

  // The newest cases come first; one in the middle of its way is asked about, by somebody who began it.
  const form = page.getByRole("form", { name: "拟办理" });
  const band = page.getByRole("status").filter({ hasText: "签" });
  const reasons = page.getByRole("region", { name: "理由" });
  await form.getByRole("combobox", { name: "业务件" }).fill("XJ-2026");
  const offered = page.locator(".ant-select-dropdown:visible .ant-select-item-option");
  await expect(offered.first()).toBeVisible();
  const caseNos = (await offered.allTextContents()).map((text) => text.split(" ")[0] ?? "");
  await page.keyboard.press("Escape");
  let refusals = 0;
  for (const caseNo of caseNos) {
    await go(`/approvals/gate?case=${caseNo}`);
    await expect(form.getByRole("combobox", { name: "业务件" })).toHaveValue(caseNo);
    const past = form.locator(".q-gate-past li");
    const isUnderWay = await past
      .nth(3)
      .waitFor({ timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
    if (!isUnderWay) continue;
    const names = [...new Set(await past.locator("span:last-child").allTextContents())].filter(
      (one) => one !== "",
    );
    for (const name of names.slice(0, 3)) {
      // By keyboard alone: a name is typed and chosen, the next step has proposed itself.
      await form.getByRole("combobox", { name: "办理人" }).focus();
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
      refusals = await reasons.locator("tbody tr").filter({ hasText: "拦截" }).count();
      if (refusals > 1) break;
    }
    if (refusals > 1) break;
  }
  await expect(band).toContainText("暂不能签");
  expect(refusals).toBeGreaterThan(1);
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

  await page.keyboard.press("Control+k");
  await page.keyboard.type("English");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "May be signed" })).toBeVisible();
  await picture("gate-en");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await expectAccessible();
  await picture("gate-en-dark");
});
