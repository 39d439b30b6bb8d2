// The fire drill in the real window: take the one who pays out of the year, see what would have stalled; in both languages.
import { expect, test } from "./harness.ts";
import { takeChoice } from "./page-steps.ts";

const languages = {
  zh: {
    other: null,
    open: "消防演练",
    start: "抽走几个人",
    run: "开始演练",
    leave: "两周（强制休假）",
    whole: "全年",
    found: /抽走 1 人：涉及 [\d,]+ 件，/,
    stalled: /[\d,]+ 件会停下，最久 [\d,]+ 天/,
    why: /无人有权办理|受规则所限/,
  },
  en: {
    other: "En",
    open: "Fire drill",
    start: "Take some people out",
    run: "Run the drill",
    leave: "Two weeks (forced leave)",
    whole: "All year",
    found: /1 taken out, [\d,]+ cases concerned/,
    stalled: /[\d,]+ would have stalled, the longest for [\d,]+ days/,
    why: /nobody may do it|rules are in their way/,
  },
} as const;

for (const [language, words] of Object.entries(languages)) {
  test(`people are taken out and a year is replayed (${language})`, async ({ launch }) => {
    const { page, openSample, picture, expectAccessible } = await launch({
      size: { width: 1280, height: 800 },
    });
    if (words.other) await page.getByRole("button", { name: words.other, exact: true }).click();
    await openSample();
    const heading = page.getByRole("heading", { level: 1 });
    let vital = "";
    const run = page.getByRole("button", { name: words.run });

    await test.step("from staffing to the drill: it says what it does, and waits for people", async () => {
      await page.goto(page.url().replace(/#.*/, "#/staffing"));
      const cell = page.locator(".q-grid-line[data-openable] .q-amber").first();
      vital = (await cell.innerText()).split(/[、,]/)[0]?.trim() ?? "";
      expect(vital).not.toBe("");
      await page.getByRole("button", { name: words.open }).click();
      await expect(heading).toContainText(words.start);
      await expect(run).toBeDisabled();
      await picture(`${language}-drill-empty`);
      await expectAccessible();
    });

    await test.step("somebody irreplaceable is out throughout: cases stall, each with its reason", async () => {
      // By keyboard alone.
      await page.getByRole("combobox").first().focus();
      await page.keyboard.type(vital);
      await takeChoice(page, vital);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: words.whole }).press("Enter");
      await run.press("Enter");
      await expect(heading).toContainText(words.found);
      await expect(heading).toContainText(words.stalled);
      await expect(page).toHaveURL(/people=.+&from=.+&last=/);
      const lines = page.locator(".q-grid-line[role=row]");
      await expect(lines.filter({ hasText: words.why }).first()).toBeVisible();
      await picture(`${language}-drill`);
      await expectAccessible();
    });

    await test.step("a step narrows the list; fewer days, fewer cases", async () => {
      const count = async (): Promise<number> =>
        Number(
          (await heading.innerText())
            .match(words.stalled)?.[0]
            .match(/[\d,]+/)?.[0]
            .replaceAll(",", "") ?? 0,
        );
      const whole = await count();
      const chip = page.locator(".q-drill-steps .q-chip").first();
      await chip.click();
      await expect(chip).toHaveAttribute("aria-pressed", "true");
      const lastOf = (): string => /last=([\d-]+)/.exec(page.url())?.[1] ?? "";
      const lastOfYear = lastOf();
      await page.getByRole("button", { name: words.leave }).click();
      await run.click();
      await expect.poll(() => lastOf() !== "" && lastOf() < lastOfYear).toBe(true);
      await expect.poll(count).toBeLessThan(whole);
    });
  });
}
