// Concentration and amount tiers in the real window: people, smallest groups and ladders open with their evidence, in both languages.
import { expect, test } from "./harness.ts";

const languages = {
  zh: {
    other: null,
    views: { concentration: "集中度", tiers: "金额分级" },
    byMatter: "按事项与金额档",
    finding: /件办结业务中/,
    stops: "离开即停的环节",
    cases: "所办业务件",
    unflagged: "规则不会提示的最少人数",
    proved: "已证明没有更少的",
    tierFinding: /已证明无空档、无重叠/,
    casesIn: "其中的业务件",
    proof: "阶梯的证明",
    limits: "这些数字说明不了什么",
    dark: "换成深色",
  },
  en: {
    other: "En",
    views: { concentration: "Concentration", tiers: "Amount tiers" },
    byMatter: "By matter and tier",
    finding: /settled cases/,
    stops: "Steps that stop without this person",
    cases: "Cases taken part in",
    unflagged: "The fewest that no rule would point at",
    proved: "proved: no fewer will do",
    tierFinding: /proved free of gaps and overlaps/,
    casesIn: "Cases in it",
    proof: "The proof of the ladder",
    limits: "What these numbers cannot tell",
    dark: "Switch to dark",
  },
} as const;

for (const [language, words] of Object.entries(languages)) {
  test(`who holds much, who could carry a case, what crowds below a limit (${language})`, async ({
    launch,
  }) => {
    const { page, openSample, picture, expectAccessible } = await launch({
      size: { width: 1280, height: 800 },
    });
    if (words.other) await page.getByRole("button", { name: words.other, exact: true }).click();
    await openSample();
    await page.evaluate(() => {
      location.hash = "/conflicts?area=gov_proc";
    });
    const heading = page.getByRole("heading", { level: 1 });
    const panel = page.locator(".q-panel");
    const view = (name: string) => page.locator(".q-views").getByRole("button", { name });

    await test.step("the table of people opens one with the cases and what stops without", async () => {
      await view(words.views.concentration).click();
      await expect(page).toHaveURL(/#\/conflicts\/concentration\?area=gov_proc/);
      await expect(heading).toContainText(words.finding);
      await expect(page.locator(".q-limits")).toContainText(words.limits);
      await picture(`${language}-concentration`);
      await expectAccessible();
      await page.locator(".q-grid-line[data-openable]").first().click();
      await expect(panel).toContainText(words.stops);
      await expect(panel).toContainText(words.cases);
      await expect(panel.locator(".q-share-cases li").first()).toContainText(/\d/);
      await picture(`${language}-concentration-person`);
      await expectAccessible();
      await page.keyboard.press("Escape");
      await expect(panel).toHaveCount(0);
    });

    await test.step("the second table says how few could, proved, and names them", async () => {
      const byMatter = page.getByRole("button", { name: words.byMatter, exact: true });
      await byMatter.click();
      await expect(byMatter).toHaveAttribute("aria-pressed", "true");
      await expect(page.locator(".q-grid-line[data-openable]").first()).toBeVisible();
      await picture(`${language}-groups`);
      await page.locator(".q-grid-line[data-openable]").first().click();
      const section = panel.locator("section").filter({ hasText: words.unflagged }).last();
      await expect(section).toContainText(words.proved);
      await expect(section.locator("li").first()).toContainText(/\S/);
      await picture(`${language}-groups-panel`);
      await expectAccessible();
    });

    await test.step("a ladder's piece and its limit open with their cases", async () => {
      await view(words.views.tiers).click();
      await expect(page).toHaveURL(/#\/conflicts\/tiers\?area=gov_proc$/);
      await expect(heading).toContainText(words.tierFinding);
      await picture(`${language}-tiers`);
      await expectAccessible();
      await page.locator(".q-pieces button").first().click();
      await expect(panel).toContainText(words.proof);
      await page.locator(".q-bounds button").first().click();
      await expect(page).toHaveURL(/at=bound/);
      await expect(panel).toContainText(words.casesIn);
      await picture(`${language}-tiers-bound`);
      await expectAccessible();
    });

    await test.step("the same in the dark", async () => {
      await page.getByRole("button", { name: words.dark }).click();
      await picture(`${language}-tiers-dark`);
      await expectAccessible();
      await view(words.views.concentration).click();
      await expect(heading).toContainText(words.finding);
      await picture(`${language}-concentration-dark`);
      await expectAccessible();
    });
  });
}
