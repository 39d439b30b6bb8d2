// The year's work of a procurement unit in one go: a matter from a template, kept in a draft, submitted, refused to its
// maker, approved by somebody else, in force in the matrix, asked at the gate; in both languages.
import { en } from "../../shared/words/en.ts";
import { zh } from "../../shared/words/zh.ts";
import { expect, test } from "./harness.ts";
import { takeChoice } from "./page-steps.ts";

const people = { maker: "周敏", checker: "韩立" };
const posts = ["采购管理科", "分管", "· 局长"];

for (const [language, words, matter] of [
  ["zh", zh, "机关零星采购"],
  ["en", en, "Small purchases"],
] as const) {
  const { changes, operators, frame, matterTemplate: wizard, matrixWork, common } = words;
  const template = language === "zh" ? /政府采购项目/ : /Government procurement project/;
  const { sound } = matrixWork.ladder;

  test(`from a template to an approved matter (${language})`, async ({ launch }, info) => {
    const { page, openSample, expectAccessible, picture } = await launch({
      size: { width: 1280, height: 800 },
    });
    await openSample();
    if (language === "en") await page.getByTitle(zh.frame.otherLanguage).click();
    const go = (address: string): Promise<void> =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, address);
    const seat = page.locator(".q-person");
    const dialog = page.getByRole("dialog");
    const head = page.getByRole("heading", { level: 1 });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const sit = async (name: string): Promise<void> => {
      await seat.click();
      await page.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
      await expect(seat).toContainText(name);
    };

    await test.step("two people: one makes, one checks", async () => {
      await seat.click();
      await page.getByRole("menuitem", { name: operators.setUp }).click();
      for (const [name, role] of [
        [people.maker, frame.roles.configurator],
        [people.checker, frame.roles.reviewer],
      ] as const) {
        if (name === people.checker)
          await dialog.getByRole("button", { name: operators.add, exact: true }).click();
        await dialog.getByLabel(operators.name, { exact: true }).fill(name);
        await dialog.getByRole("checkbox", { name: new RegExp(`^${role}`) }).check();
        await dialog.getByRole("button", { name: operators.save, exact: true }).click();
        await expect(dialog.locator("li").filter({ hasText: name })).toBeVisible();
      }
      await page.keyboard.press("Escape");
      await sit(people.maker);
    });

    const begun = Date.now();
    await test.step("the template, its posts and the ladder that it asks", async () => {
      await go("/matrix");
      await button(common.more).click();
      await page.getByRole("menuitem", { name: wizard.open }).click();
      await page.getByRole("button", { name: template }).click();
      const next = button(common.next);
      await page.locator("#matter-name").fill(matter);
      await expect(page.locator(".q-seats em").first()).toBeVisible();
      await next.click();
      const label = (n: number, what: string) =>
        page.getByLabel(`${wizard.rung(String(n))} ${what}`, { exact: true });
      for (const [nth, post] of posts.entries()) {
        await label(nth + 1, wizard.rungPost).fill(post);
        await takeChoice(page, post);
      }
      await label(1, wizard.upTo).fill("5万");
      await label(2, wizard.upTo).fill("20万");
      await label(3, wizard.unlimited).check();
      await expect(page.locator(".q-ladder-notes")).toContainText(sound);
      await next.click();
      await expect(page.locator("[data-preview]")).toBeVisible();
      await button(wizard.saveDraft).click();
    });

    await test.step("it is kept in a draft, whose effect is told; its maker cannot approve it", async () => {
      const kept = page.locator(".q-toast").filter({ hasText: /TZ-\d{4}-001/ });
      await kept.getByRole("link").click();
      await expect(head).toContainText("TZ-");
      await expect(page.locator(".q-grid-line").filter({ hasText: matter }).first()).toBeVisible();
      await expectAccessible();
      await picture(`${language}-job-draft`);
      await button(changes.submit).click();
      await expect(page.locator(".q-set-hindrance")).toContainText(people.checker);
      await expect(button(changes.approve)).toBeDisabled();
    });

    await test.step("the other one approves; the matrix has the matter from today", async () => {
      await sit(people.checker);
      await expect(button(changes.approve)).toBeEnabled();
      await button(changes.approve).click();
      await dialog.getByRole("button", { name: changes.approve, exact: true }).click();
      await expect(page.locator(".q-set-trail")).toContainText(changes.states.approved);
      info.annotations.push({ type: "seconds", description: String((Date.now() - begun) / 1000) });
      await go("/matrix?area=gov_proc");
      await expect(page.locator(".q-matrix-matter").filter({ hasText: matter }).first()).toBeVisible();
      await picture(`${language}-job-matrix`);
      await expectAccessible();
    });
  });
}
