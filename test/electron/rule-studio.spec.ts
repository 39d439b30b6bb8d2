// The rule studio in the real window: a slot edited by keyboard alone, numbers that move, saved from a day, checked, undone.
import { expect, test } from "./harness.ts";
import { takeChoice } from "./page-steps.ts";

const languages = {
  zh: {
    other: null,
    slot: /^至少几人：5/,
    from: "自某日起生效",
    save: "保存为新版本",
    saved: /已保存规则 T-13 第 \d+ 版/,
    checkNow: "现在核对",
    finds: (n: number) => `看它发现的 ${n} 处`,
    newRule: "新建规则",
    tempo: /节奏异常/,
    trouble: "不能小于",
    stop: "停用",
    stopped: /已停用规则/,
    resume: "重新启用",
    adopted: "本单位采用：警示",
    theme: "换成深色",
    light: "换成浅色",
  },
  en: {
    other: "En",
    slot: /^At least: 5/,
    from: "From a day on",
    save: "Save as new version",
    saved: /Rule T-13 version \d+ saved/,
    checkNow: "Check now",
    finds: (n: number) => `See the ${n} it found`,
    newRule: "New rule",
    tempo: /^Tempo/,
    trouble: "Not less than",
    stop: "Stop using",
    stopped: /no longer used/,
    resume: "Use it again",
    adopted: "Adopted by the unit: warned of",
    theme: "Switch to dark",
    light: "Switch to light",
  },
} as const;

for (const [language, words] of Object.entries(languages)) {
  test(`a rule is edited, its effect seen, saved from a day and undone (${language})`, async ({ launch }) => {
    const { page, openSample, picture, expectAccessible } = await launch({
      size: { width: 1280, height: 800 },
    });
    if (words.other) await page.getByRole("button", { name: words.other, exact: true }).click();
    await openSample();
    const go = (address: string): Promise<void> =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, address);
    const panel = page.locator(".q-panel");
    const figure = (name: string) => panel.locator(`[data-figure=${name}]`);
    const number = async (name: string): Promise<number> =>
      Number((await figure(name).innerText()).replace(/[^0-9]/g, ""));
    const toast = (text: RegExp) => page.locator(".q-toast").filter({ hasText: text });

    await go("/settings/rules?open=T-13");
    await expect(figure("now")).toHaveText(/^\d+$/);
    await expectAccessible();
    await picture(`${language}-studio`);

    await test.step("a slot is edited by keyboard alone; the numbers follow", async () => {
      await expect(panel.getByRole("button", { name: words.save })).toBeDisabled();
      await panel.getByRole("button", { name: words.slot }).focus();
      await page.keyboard.press("Enter");
      await expect(page.locator(".q-slot-editor input")).toBeFocused();
      await page.keyboard.type("0");
      await expect(panel.locator("[data-state=trouble]")).toHaveCount(1);
      await expect(page.locator(".q-slot-editor")).toContainText(words.trouble);
      await page.keyboard.press("Backspace");
      await page.keyboard.type("6");
      await expect(figure("added")).toContainText(/[1-9]/);
      await picture(`${language}-studio-editing`);
      await expectAccessible();
      await page.keyboard.press("Enter");
      await expect(page.locator(".q-slot-editor:visible")).toHaveCount(0);
      await expect(panel.locator("[data-state=changed]").first()).toHaveText("6");
      await expect(panel.locator("[data-state=changed]").first()).toBeFocused();
    });

    await test.step("Esc puts a slot back; a list of duties is chosen by typing", async () => {
      await page.keyboard.press("Enter");
      await expect(page.locator(".q-slot-editor:visible input")).toBeFocused();
      await page.keyboard.type("9");
      await page.keyboard.press("Escape");
      await expect(page.locator(".q-slot-editor:visible")).toHaveCount(0);
      await expect(panel.locator("[data-state=changed]").first()).toHaveText("6");
    });

    await test.step("saved from a day, the next check finds what was shown", async () => {
      const now = await number("now");
      await panel.getByRole("button", { name: words.from }).click();
      const day = panel.locator(".q-save-day input");
      await day.fill("2026-06-01");
      await day.press("Enter");
      await expect(panel.locator("[data-slot='inForce.from']")).toHaveText("2026-06-01");
      await expect(figure("saved")).toHaveAttribute("data-old", "false");
      const shown = Number(await figure("saved").getAttribute("data-count"));
      expect(shown).toBeGreaterThan(now);
      await picture(`${language}-studio-saving`);
      await panel.getByRole("button", { name: words.save }).click();
      await expect(toast(words.saved)).toBeVisible();
      await expect(panel.locator(".q-versions li")).toHaveCount(2);
      await expect(figure("now")).toHaveText(String(shown));
      await panel.getByRole("button", { name: words.checkNow }).click();
      await expect(panel.getByRole("link", { name: words.finds(shown) })).toBeVisible({ timeout: 60_000 });
      await picture(`${language}-studio-saved`);
      await expectAccessible();
    });

    await test.step("the save is taken back; the rule reads as before", async () => {
      await page.keyboard.press("Control+z");
      await expect(panel.locator(".q-versions li")).toHaveCount(1);
      await expect(panel.getByRole("button", { name: words.slot })).toBeVisible();
    });

    await test.step("a set of duties is widened by typing names", async () => {
      await go("/settings/rules?open=P-24");
      await expect(figure("now")).toHaveText(/^\d+$/);
      await panel.locator("[data-slot='parameters.duties']").focus();
      await page.keyboard.press("Enter");
      await expect(page.locator(".q-slot-editor:visible input")).toBeFocused();
      await page.keyboard.type("need_make");
      await takeChoice(page, "need_make");
      await expect(figure("added")).toContainText(/[1-9]/);
      await picture(`${language}-studio-duties`);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await expect(page.locator(".q-slot-editor:visible")).toHaveCount(0);
    });

    await test.step("what the gate does is chosen by arrow keys: the unit's adoption", async () => {
      const effect = panel.locator("[data-slot=effect]");
      await effect.focus();
      await page.keyboard.press("Enter");
      await expect(page.locator(".q-slot-editor:visible input:checked")).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect(page.locator(".q-slot-editor:visible")).toHaveCount(0);
      await expect(effect).toHaveAttribute("data-state", "changed");
      await expect(panel).toContainText(words.adopted);
      await expect(panel.getByRole("button", { name: words.save })).toBeEnabled();
    });

    await test.step("in the dark it reads as well", async () => {
      await page.getByRole("button", { name: words.theme }).click();
      await picture(`${language}-studio-dark`);
      await expectAccessible();
      await page.getByRole("button", { name: words.light }).click();
    });

    await test.step("a new rule of a kind is one sentence; a stopped rule comes back", async () => {
      await go("/settings/rules");
      await page.getByRole("button", { name: words.newRule }).click();
      await expectAccessible();
      await picture(`${language}-studio-kinds`);
      await panel.getByRole("button", { name: words.tempo }).click();
      await expect(page).toHaveURL(/new=tempo/);
      await expect(figure("after")).toHaveText(/^[\d,]+$/);
      await panel.locator("[data-slot='parameters.check']").click();
      // The card stands still once its choice has the keys; a press on its way there would fall beside it.
      await expect(page.locator(".q-slot-editor:visible input:checked")).toBeFocused();
      await page.locator(".q-slot-editor:visible label").nth(2).hover();
      await page.locator(".q-slot-editor:visible label").nth(2).click();
      await expect(page.locator(".q-slot-editor:visible")).toHaveCount(0);
      await expect(panel.locator("[data-slot='parameters.until']")).toHaveText("21:00");
      await expect(panel.locator(".q-effect-figures")).toHaveAttribute("data-old", "false");
      await picture(`${language}-studio-new`);
      await expectAccessible();
      await go("/settings/rules?open=P-01");
      await panel.getByRole("button", { name: words.stop, exact: true }).click();
      await expect(toast(words.stopped)).toBeVisible();
      await panel.getByRole("button", { name: words.resume }).click();
      await expect(panel.getByRole("button", { name: words.stop, exact: true })).toBeVisible();
    });
  });
}
