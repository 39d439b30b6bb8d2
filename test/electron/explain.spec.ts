// Why and why not in the real window: a proof in steps, a name that confirms, a reason for a clean case; both languages, axe.
import { expect, test } from "./harness.ts";
import { sampleOfToday } from "./sample-of-today.ts";

const languages = {
  zh: {
    other: null,
    why: "为什么",
    single: /缺一不可/,
    confirm: "核实属实",
    confirmed: "已核实",
    aside: "暂不处理",
    takeBack: "撤回核实",
    by: "核实人姓名",
    reason: "理由（必填）",
    whyNot: "为什么不算？",
    title: "为什么不算冲突？",
    caseNo: "业务编号",
    ask: "问",
    isNone: "没有列为冲突，原因：",
    basis: /条规则核对.*笔办理/,
    passed: "未列入的，原因",
    passedTitle: "未列入的，及其原因",
    dark: "换成深色",
    pending: "待核",
  },
  en: {
    other: "En",
    why: "Why",
    single: /cannot be left out/,
    confirm: "Confirm",
    confirmed: "Confirmed",
    aside: "Set aside",
    takeBack: "Take back",
    by: "Name of the person",
    reason: "Reason (required)",
    whyNot: "Why not?",
    title: "Why is it no conflict?",
    caseNo: "Case no.",
    ask: "Ask",
    isNone: "Not listed as a conflict, because:",
    basis: /rules over .* approvals/,
    passed: "What is not listed, and why",
    passedTitle: "What is not listed, and why",
    dark: "Switch to dark",
    pending: "To check",
  },
} as const;

for (const [language, words] of Object.entries(languages)) {
  test(`why a conflict is one, who confirms it, and why another is none (${language})`, async ({
    launch,
  }) => {
    const { page, openSample, picture, expectAccessible } = await launch({
      size: { width: 1280, height: 800 },
    });
    if (words.other) await page.getByRole("button", { name: words.other, exact: true }).click();
    await openSample();
    const panel = page.locator(".q-panel");
    const { world, planted } = await sampleOfToday(page);
    const suspect = new Set(planted.flatMap(({ caseNos }) => caseNos));
    const clean = world.cases.find(({ matterId, caseNo }) => matterId === "ZF" && !suspect.has(caseNo));
    if (!clean) throw new Error("the sample has no clean payment");

    await test.step("the overview shows every kind, and on what the list rests", async () => {
      await expect(page.locator(".q-basis")).toContainText(words.basis);
      await picture(`${language}-explain-overview`);
      await expectAccessible();
    });

    await test.step("the top conflict is proved step by step", async () => {
      await page.evaluate(() => {
        location.hash = "/conflicts";
      });
      await expect(page.locator(".q-basis")).toContainText(words.basis);
      await page.locator(".q-grid-line[data-openable]").first().click();
      await expect(panel.locator(".q-proof > li[data-needed]").first()).toBeVisible();
      await expect(panel).toContainText(words.single);
      await panel.getByRole("heading", { name: words.why, exact: true }).scrollIntoViewIfNeeded();
      await picture(`${language}-explain-proof`);
      await expectAccessible();
    });

    await test.step("a named person confirms it, sets it aside with a reason, and takes that back", async () => {
      await panel.getByRole("button", { name: words.confirm }).click();
      const submit = panel.locator("form").getByRole("button", { name: words.confirm });
      await expect(submit).toBeDisabled();
      await panel.getByLabel(words.by).fill("王敏");
      await submit.click();
      await expect(panel.locator(".q-verdict")).toContainText(words.confirmed);
      await expect(panel.locator(".q-verdict")).toContainText("王敏");
      await picture(`${language}-explain-confirmed`);
      await panel.getByRole("button", { name: words.aside }).click();
      await panel.getByLabel(words.reason).fill("另案处理");
      await panel.locator("form").getByRole("button", { name: words.aside }).click();
      await expect(panel.locator(".q-verdict .q-tag")).toHaveText(words.aside);
      await expect(page.getByRole("button", { name: new RegExp(words.pending) })).toBeVisible();
      await panel.getByRole("button", { name: words.takeBack }).click();
      await expect(panel.locator(".q-verdict .q-tag")).toHaveCount(0);
      await expectAccessible();
    });

    await test.step("why not: the rule's conflict on its case, a reason on a clean one", async () => {
      await panel.getByRole("button", { name: words.whyNot }).click();
      const dialog = page.getByRole("dialog", { name: words.title });
      await expect(dialog).toBeVisible();
      await expect(dialog.getByRole("button", { name: words.ask, exact: true })).toBeDisabled();
      await dialog.getByLabel(words.caseNo).fill(clean.caseNo);
      await dialog.getByRole("button", { name: words.ask, exact: true }).click();
      await expect(dialog.locator(".q-why-answer[data-outcome=none]")).toContainText(words.isNone);
      await picture(`${language}-explain-why-not`);
      await expectAccessible();
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
    });

    await test.step("the same question starts from a case and from a rule", async () => {
      const dialog = page.getByRole("dialog", { name: words.title });
      await page.evaluate(() => {
        location.hash = "/approvals";
      });
      await page.locator(".q-grid-line[data-openable]").first().click();
      await panel.getByRole("button", { name: words.whyNot }).click();
      await expect(dialog.getByLabel(words.caseNo)).not.toHaveValue("");
      await picture(`${language}-explain-case`);
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await page.evaluate(() => {
        location.hash = "/settings/rules?open=P-05";
      });
      await panel.getByRole("button", { name: words.whyNot }).click();
      await expect(dialog).toContainText("P-05");
      await dialog.getByLabel(words.caseNo).fill(clean.caseNo);
      await dialog.getByRole("button", { name: words.ask, exact: true }).click();
      await expect(dialog.locator(".q-why-answer")).toBeVisible();
      await expectAccessible();
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await page.evaluate(() => {
        location.hash = "/conflicts";
      });
      await expect(page.locator(".q-basis")).toBeVisible();
    });

    await test.step("what is not listed has its reasons", async () => {
      await page.getByRole("button", { name: words.passed }).click();
      await expect(panel).toContainText(words.passedTitle);
      await expect(panel.locator(".q-facts-list li").first()).toBeVisible();
      await picture(`${language}-explain-passed`);
      await expectAccessible();
    });

    await test.step("the same in the dark", async () => {
      await page.getByRole("button", { name: words.dark }).click();
      await page.keyboard.press("Escape");
      await page.locator(".q-grid-line[data-openable]").first().click();
      await expect(panel.locator(".q-proof > li").first()).toBeVisible();
      await panel.locator(".q-proof").scrollIntoViewIfNeeded();
      await picture(`${language}-explain-dark`);
      await expectAccessible();
    });
  });
}
