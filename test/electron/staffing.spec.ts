// Staffing in the real window: what can be staffed, who cannot be missed, what would mend it, people taken out, the certificate; in both languages.
import { expect, test } from "./harness.ts";
import { takeChoice } from "./page-steps.ts";

const languages = {
  zh: {
    other: null,
    entry: "编组",
    finding: /\d+ 个事项金额档中，.*配得齐.*人不可缺/,
    vital: "有人不可缺",
    staffed: "配得齐",
    impossible: "配不齐",
    proved: "已证明不能再少",
    witness: "一种可行安排",
    advice: /授权 .+ 办“.+”.*不在也配得齐/,
    toDraft: "放入调整单草稿",
    inDraft: /已放入 TZ-\d{4}-\d{3}/,
    reason: "为什么配不齐",
    takeOut: "假如这些人不在",
    takenOut: "已去掉 1 人",
    limits: "编组说明不了什么",
    certificate: "出具编组证明",
    document: "编组证明",
    hash: "数据校验值（SHA-256）",
    dark: "换成深色",
  },
  en: {
    other: "En",
    entry: "Staffing",
    finding: /Of \d+ tiers of matters, .*can be staffed.*irreplaceable/,
    vital: "Somebody irreplaceable",
    staffed: "Can be staffed",
    impossible: "Cannot be staffed",
    proved: "proved: fewer will not do",
    witness: "One way to staff it",
    advice: /authorise .+ for ".+"; then it can be staffed without/,
    toDraft: "Put into a draft",
    inDraft: /Put into TZ-\d{4}-\d{3}/,
    reason: "Why it cannot be staffed",
    takeOut: "If these people were not there",
    takenOut: "1 person taken out",
    limits: "What staffing cannot tell",
    certificate: "Make the certificate",
    document: "Staffing certificate",
    hash: "Hash of the data (SHA-256)",
    dark: "Switch to dark",
  },
} as const;

for (const [language, words] of Object.entries(languages)) {
  test(`what can be staffed, without whom it stops, what would mend it (${language})`, async ({ launch }) => {
    const { page, openSample, picture, expectAccessible } = await launch({
      size: { width: 1280, height: 800 },
    });
    if (words.other) await page.getByRole("button", { name: words.other, exact: true }).click();
    await openSample();
    const heading = page.getByRole("heading", { level: 1 });
    const panel = page.locator(".q-panel");
    const rows = page.locator(".q-grid-line[data-openable]");

    await test.step("the rail leads to one sentence and one table", async () => {
      await page.getByRole("link", { name: words.entry, exact: true }).click();
      await expect(page).toHaveURL(/#\/staffing/);
      await expect(heading).toContainText(words.finding);
      await expect(page.locator(".q-limits")).toContainText(words.limits);
      await expect(rows.first()).toContainText(words.staffed);
      await picture(`${language}-staffing`);
      await expectAccessible();
    });

    await test.step("a tier says how few, who, and what would mend it; advice becomes a draft", async () => {
      await page.locator(".q-chip").filter({ hasText: words.vital }).click();
      await rows.first().click();
      await expect(panel).toContainText(words.proved);
      await expect(panel).toContainText(words.witness);
      await expect(panel.locator(".q-witness li").first()).toContainText(/\S/);
      await expect(panel.locator(".q-staffing-advice li").first()).toContainText(words.advice);
      await picture(`${language}-staffing-tier`);
      await expectAccessible();
      await panel.getByRole("button", { name: words.toDraft }).first().click();
      await expect(panel).toContainText(words.inDraft);
    });

    await test.step("without somebody who cannot be missed it is impossible, and says why", async () => {
      const name = await panel.locator(".q-witness .q-amber").first().innerText();
      const chooser = panel.getByLabel(words.takeOut);
      await chooser.fill(name.trim());
      await takeChoice(page, name.trim());
      await expect(panel).toContainText(words.takenOut);
      await expect(panel).toContainText(words.reason);
      await expect(panel.locator(".q-row").first()).toContainText(words.impossible);
      await expect(page).toHaveURL(/without=/);
      await page.keyboard.press("Escape");
      await picture(`${language}-staffing-without`);
      await expectAccessible();
    });

    await test.step("the same in the dark", async () => {
      await page.getByRole("button", { name: words.dark }).click();
      await picture(`${language}-staffing-dark`);
      await expectAccessible();
    });

    await test.step("the certificate states day, hash, rules and what it does not say", async () => {
      await page.getByRole("button", { name: words.certificate }).click();
      await expect(page).toHaveURL(/#\/reports\?what=staffing/);
      const paper = page.locator(".q-report");
      await expect(paper.getByRole("heading")).toHaveText(words.document);
      await expect(paper).toContainText(words.hash);
      await expect(
        paper
          .locator("dd")
          .filter({ hasText: /^[0-9a-f]{64}$/ })
          .first(),
      ).toBeVisible();
      await picture(`${language}-staffing-certificate`);
      await expectAccessible();
    });
  });
}
