// Change sets in the real window, in both languages: operators are made, an edit is drafted and submitted, its maker
// cannot approve it, somebody else does with the keyboard alone, the matrix shows it, and its undo is a draft again.
import type { Page } from "@playwright/test";
import { en } from "../../shared/words/en.ts";
import { zh } from "../../shared/words/zh.ts";
import { expect, test } from "./harness.ts";

const makers = { maker: "周敏", checker: "韩立" };
const docNo = "青财办〔2026〕107 号";

for (const [language, words] of [
  ["zh-CN", zh],
  ["en-US", en],
] as const) {
  const { changes, operators, frame, matrix, common } = words;

  test(`a change set from draft to approval and back, ${language}`, async ({ launch }) => {
    const { page, openSample, expectAccessible, picture } = await launch({
      size: { width: 1280, height: 800 },
    });
    await openSample();
    if (language === "en-US") await page.getByTitle(zh.frame.otherLanguage).click();
    const go = (address: string): Promise<void> =>
      page.evaluate((hash) => {
        location.hash = hash;
      }, address);
    const toast = (text: string | RegExp) => page.locator(".q-toast").filter({ hasText: text });
    const seat = page.locator(".q-person");
    const button = (name: string, within: Page | ReturnType<Page["locator"]> = page) =>
      within.getByRole("button", { name, exact: true });

    // Operators are set up; until one is chosen nothing can be written.
    await seat.click();
    await page.getByRole("menuitem", { name: operators.setUp }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(operators.unprotected);
    await expectAccessible();
    await picture(`${language}-operator-form`);
    for (const [name, roles] of [
      [makers.maker, [frame.roles.configurator, frame.roles.reviewer]],
      [makers.checker, [frame.roles.reviewer]],
    ] as const) {
      if (name === makers.checker) await button(operators.add, dialog).click();
      await dialog.getByLabel(operators.name, { exact: true }).fill(name);
      for (const role of roles) await dialog.getByRole("checkbox", { name: new RegExp(`^${role}`) }).check();
      await button(operators.save, dialog).click();
      await expect(dialog.locator("li").filter({ hasText: name })).toBeVisible();
    }
    await expectAccessible();
    await page.keyboard.press("Escape");
    await expect(seat).toContainText(operators.nobody);
    await go("/matrix");
    await expect(button(matrix.addAuthority)).toBeDisabled();
    await go("/matrix/changes");
    await expect(page.getByRole("heading", { name: changes.emptyTitle })).toBeVisible();
    await expect(button(changes.create)).toBeDisabled();
    await expectAccessible();
    await picture(`${language}-empty`);
    await go("/matrix");

    /** By keyboard: opens the menu, goes down to the name, takes it. */
    const sit = async (name: string): Promise<void> => {
      await seat.focus();
      await page.keyboard.press("Enter");
      const item = page.getByRole("menuitem", { name: new RegExp(`^${name}`) });
      await expect(item).toBeVisible();
      const here = (): Promise<string | null | undefined> =>
        page.evaluate(() => document.activeElement?.textContent);
      await expect(page.locator(".q-seat-menu [role=menuitem]:focus")).toBeVisible();
      for (let pressed = 0; pressed < 6; pressed += 1) {
        const before = await here();
        if (before?.startsWith(name)) break;
        await page.keyboard.press("ArrowDown");
        // The menu moves its focus with the next frame.
        await expect.poll(here).not.toBe(before);
      }
      await expect(item).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(seat).toContainText(name);
    };
    await sit(makers.maker);

    // An edit of a cell goes to a draft; the toast leads to it.
    await page.locator(".q-matrix-cell:has(.q-duty)").first().click();
    const panel = page.locator(".q-panel");
    await button(common.change, panel).first().click();
    await panel.getByRole("textbox", { name: matrix.document }).fill(docNo);
    await button(common.save, panel).click();
    const kept = toast(/TZ-\d{4}-001/);
    await kept.hover();
    await picture(`${language}-kept-in-draft`);
    await kept.getByRole("link").click();

    // The draft: its edit, its effect, its description.
    const head = page.getByRole("heading", { level: 1 });
    await expect(head).toContainText("TZ-");
    await expect(page.locator(".q-grid-line").filter({ hasText: docNo })).toBeVisible();
    await expect(page.getByRole("complementary", { name: changes.effect.title })).toContainText(
      changes.effect.people,
    );
    await page.getByLabel(changes.reason, { exact: true }).fill("年中调整");
    await button(changes.saveDescription).click();
    await expect(toast(/TZ-\d{4}-001/).last()).toBeVisible();
    // An earlier toast names the set too; once the description is kept there is nothing left to save.
    await expect(button(changes.saveDescription)).toBeDisabled();
    await expectAccessible();
    await picture(`${language}-draft`);
    await button(changes.submit).click();

    // Maker is not checker, and the page says why.
    await expect(page.locator(".q-set-hindrance")).toContainText(changes.mayNot.approve.trim());
    await expect(page.locator(".q-set-hindrance")).toContainText(makers.checker);
    await expect(button(changes.approve)).toBeDisabled();
    await expectAccessible();
    await picture(`${language}-own-work`);

    // The other one is told on the overview, and approves with the keyboard alone.
    await sit(makers.checker);
    await go("/overview");
    const note = page.locator("[data-note=changes]");
    await expect(note).toContainText("1");
    await picture(`${language}-overview-note`);
    await note.getByRole("link").focus();
    await page.keyboard.press("Enter");
    await expect(head).toContainText("TZ-");
    await expect(button(changes.approve)).toBeEnabled();
    await expectAccessible();
    for (let pressed = 0; pressed < 60; pressed += 1) {
      if (await button(changes.approve).evaluate((node) => node === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(button(changes.approve)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog).toContainText(changes.approve);
    await expectAccessible();
    await picture(`${language}-approve`);
    const yes = button(changes.approve, dialog);
    for (let pressed = 0; pressed < 6; pressed += 1) {
      if (await yes.evaluate((node) => node === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(yes).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator(".q-set-trail")).toContainText(changes.states.approved);
    await picture(`${language}-approved`);

    // The matrix shows it.
    await go("/matrix");
    await page.locator(".q-matrix-cell:has(.q-duty)").first().click();
    await expect(panel).toContainText(docNo);
    await picture(`${language}-in-matrix`);

    await go("/matrix/changes");
    await expect(page.locator(".q-grid-line").filter({ hasText: changes.states.approved })).toBeVisible();
    await expectAccessible();
    await picture(`${language}-list`);

    // Its undo is a set of its own, which again somebody else must approve.
    await sit(makers.maker);
    await page.locator(".q-grid-line").filter({ hasText: "TZ-" }).first().click();
    await button(changes.inverse).click();
    await expect(head).toContainText(/TZ-\d{4}-002/);
    await expect(page.locator(".q-set-trail")).toContainText(changes.states.draft);
    // The row that was written goes, and the one before it holds on.
    await expect(page.locator(".q-grid-body .q-grid-line")).toHaveCount(2);
    await expectAccessible();
    await picture(`${language}-inverse`);

    // A branch beside it; the two are compared, one is chosen and submitted.
    await button(changes.branch).click();
    await expect(head).toContainText(/TZ-\d{4}-003/);
    await page.getByRole("link", { name: changes.compare, exact: true }).click();
    await expect(head).toContainText(changes.compareFinding.lead("2").trim());
    await expect(button(changes.submit)).toBeDisabled();
    await expectAccessible();
    const second = page.getByRole("radio", { name: /TZ-\d{4}-003/ });
    await second.focus();
    await page.keyboard.press("Space");
    await expect(second).toBeChecked();
    await picture(`${language}-compare`);
    await page.getByRole("button", { name: /TZ-\d{4}-003/ }).click();
    await expect(page.locator(".q-set-trail")).toContainText(changes.states.submitted);

    // The other one sends it back, and must say why.
    await sit(makers.checker);
    await button(changes.reject).click();
    await button(changes.reject, dialog).click();
    await expect(dialog.getByRole("alert")).toContainText(changes.reasonMissing);
    await dialog.getByRole("textbox").fill("缺会议纪要");
    await expectAccessible();
    await picture(`${language}-reject`);
    await button(changes.reject, dialog).click();
    await expect(page.locator(".q-set-trail")).toContainText(changes.states.rejected);
    await expect(page.locator(".q-set-history")).toContainText("缺会议纪要");

    // It is copied into a new draft; meanwhile the first inverse is approved, so the copy stands on what is no more.
    await sit(makers.maker);
    await button(changes.copy).click();
    await expect(head).toContainText(/TZ-\d{4}-004/);
    const copy = await page.evaluate(() => location.hash.slice(1));
    await go("/matrix/changes");
    await page.locator(".q-grid-line").filter({ hasText: "-002" }).first().click();
    await button(changes.submit).click();
    await expect(page.locator(".q-set-trail")).toContainText(changes.states.submitted);
    await sit(makers.checker);
    await button(changes.approve).click();
    await yes.click();
    await expect(page.locator(".q-set-trail")).toContainText(changes.states.approved);
    await sit(makers.maker);
    await go(copy);
    await expect(page.locator(".q-stale-lines li")).toHaveCount(2);
    await expect(button(changes.submit)).toBeDisabled();
    await expectAccessible();
    await picture(`${language}-stale`);
    await button(changes.rebase).click();
    await button(changes.rebase, dialog).click();
    await expect(page.locator(".q-stale-lines")).toHaveCount(0);

    // An approved set is printed as a change sheet.
    await go("/matrix/changes");
    await page.locator(".q-grid-line").filter({ hasText: "-001" }).first().click();
    await button(changes.print).click();
    await expect(page).toHaveURL(/what=change-set/);
    await expect(head).toContainText(/TZ-\d{4}-001/);
    await picture(`${language}-change-sheet`);
    await go("/matrix/changes");

    // One begun by itself holds nothing yet, and is withdrawn.
    await button(changes.create).click();
    await panel.getByLabel(changes.name, { exact: true }).fill("");
    await button(changes.begin).click();
    await expect(panel.getByRole("alert")).toContainText(changes.nameMissing);
    await panel.getByLabel(changes.name, { exact: true }).fill("年末授权");
    await expectAccessible();
    await picture(`${language}-new`);
    await button(changes.begin).click();
    await expect(head).toContainText(/TZ-\d{4}-005 年末授权/);
    await expect(button(changes.submit)).toBeDisabled();
    await expectAccessible();
    await picture(`${language}-no-edits`);
    await button(changes.withdraw).click();
    await button(changes.withdraw, dialog).click();
    await expect(page.locator(".q-set-trail")).toContainText(changes.states.withdrawn);
    await go("/matrix/changes");

    // In the dark as well.
    await page.getByRole("button", { name: frame.toDark }).click();
    await expectAccessible();
    await picture(`${language}-list-dark`);
    await page.locator(".q-grid-line").filter({ hasText: "-003" }).first().click();
    await expect(head).toContainText(/TZ-\d{4}-003/);
    await expectAccessible();
    await picture(`${language}-rejected-dark`);
  });
}
