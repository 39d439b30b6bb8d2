// From plan to done in the real window, in both languages: a plan becomes a change set, somebody else approves it, notices
// go out with a calendar file; in a workbook whose first handover is over by today it is carried to its last signature.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import ical from "node-ical";
import { addMonths, type Day } from "../../shared/domain/day.ts";
import { signatureRoleNames } from "../../shared/domain/handover.ts";
import { en } from "../../shared/words/en.ts";
import { zh } from "../../shared/words/zh.ts";
import { startDesk, value } from "../builders/desk.ts";
import {
  approveSet,
  fillRotatingOffice,
  operatorNames,
  planSet,
  withOperators,
} from "../builders/rotating-office.ts";
import { expect, test } from "./harness.ts";

const size = { width: 1280, height: 800 };
const goOf =
  (page: Page) =>
  (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, address);
const button = (name: string | RegExp, within: Page | ReturnType<Page["locator"]>) =>
  within.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
async function sit(page: Page, name: string): Promise<void> {
  await page.locator(".q-person").click();
  await page.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
  await expect(page.locator(".q-person")).toContainText(name);
}

for (const [language, words] of [
  ["zh-CN", zh],
  ["en-US", en],
] as const) {
  const { handovers, changes, operators, frame, rotation } = words;

  test(`a plan becomes a change set, is approved by somebody else, and its notices go out, ${language}`, async ({
    launch,
    folder,
  }) => {
    test.setTimeout(420_000);
    const { page, openSample, expectAccessible, picture, answerDialogs } = await launch({ size });
    await openSample();
    if (language === "en-US") await page.getByTitle(zh.frame.otherLanguage).click();
    const go = goOf(page);
    await page.locator(".q-person").click();
    await page.getByRole("menuitem", { name: operators.setUp }).click();
    const dialog = page.getByRole("dialog");
    for (const [at, name] of ["周敏", "韩立"].entries()) {
      if (at > 0) await button(operators.add, dialog).click();
      await dialog.getByLabel(operators.name, { exact: true }).fill(name);
      for (const role of [frame.roles.scheduler, frame.roles.reviewer])
        await dialog.getByRole("checkbox", { name: new RegExp(`^${role}`) }).check();
      await button(operators.save, dialog).click();
      await expect(dialog.locator("li").filter({ hasText: name })).toBeVisible();
    }
    await page.keyboard.press("Escape");
    await sit(page, "周敏");

    // Before any plan the page of handovers says what will come there.
    await go("/rotation/handovers");
    await expect(page.getByRole("heading", { name: handovers.emptyTitle })).toBeVisible();
    await expectAccessible();
    await picture(`${language}-done-empty`);

    await go("/rotation");
    await page.getByRole("button", { name: rotation.makePlan }).click();
    await page.getByRole("button", { name: rotation.start, exact: true }).click();
    await expect(page).toHaveURL(/plan=/, { timeout: 200_000 });
    const said = page.getByRole("complementary", { name: rotation.planPanel });
    await button(handovers.plan.make, said).click();
    await page.getByLabel(handovers.plan.docNo, { exact: true }).fill("青财人〔2026〕12 号");
    await picture(`${language}-done-make-set`);
    await button(handovers.plan.make, dialog).click();

    // The draft: the moves as edits, its effect over every day of the plan.
    const head = page.getByRole("heading", { level: 1 });
    await expect(head).toContainText("TZ-", { timeout: 60_000 });
    await picture(`${language}-done-draft`);
    await button(changes.submit, page).click();
    await expect(page.locator(".q-set-hindrance")).toContainText("韩立", { timeout: 200_000 });
    await expect(button(changes.approve, page)).toBeDisabled();
    await sit(page, "韩立");
    await expect(button(changes.approve, page)).toBeEnabled({ timeout: 200_000 });
    await picture(`${language}-done-approve`);
    await button(changes.approve, page).click();
    await button(changes.approve, dialog).click();
    await expect(page.locator(".q-set-trail")).toContainText(changes.states.approved, { timeout: 200_000 });
    await button(handovers.plan.toHandovers, page).click();

    await expect(page.locator(".q-grid-line").first()).toBeVisible();
    await expectAccessible();
    await picture(`${language}-done-handovers`);
    await button(handovers.views.notices, page).click();
    const first = page.locator(".q-grid-line[data-openable]").first();
    await first.click();
    const panel = page.locator(".q-panel");
    await button(handovers.issue, panel).click();
    await button(handovers.acknowledge, panel).click();
    await expect(button(handovers.acknowledge, panel)).toHaveCount(0);
    await expectAccessible();
    await picture(`${language}-done-notices`);
    await button(handovers.printNotice, panel).click();
    await expect(page.locator(".q-report")).toContainText("青财人〔2026〕12 号");
    await picture(`${language}-done-notice-letter`);

    await go("/rotation/handovers");
    const file = join(folder, "rotation.ics");
    await answerDialogs(file);
    await button(handovers.calendar, page).click();
    await expect(page.locator(".q-receipt, [role=dialog]").first()).toContainText("rotation.ics");
    const entries = Object.values(ical.sync.parseICS(readFileSync(file, "utf8")));
    const events = entries.filter((one) => one?.type === "VEVENT");
    expect(events.length).toBeGreaterThan(10);
    for (const event of events) expect(event.datetype).toBe("date");
  });

  test(`a handover is carried to its last signature, closed, and its follow-ups wait, ${language}`, async ({
    launch,
    folder,
  }) => {
    test.setTimeout(180_000);
    // Planned and approved five months ago: the overlap of the first change day is over by now.
    const today: Day = new Date().toISOString().slice(0, 10);
    const desk = await withOperators(
      await fillRotatingOffice(startDesk({ folder, day: addMonths(today, -5) })),
    );
    const plan = await value(desk.client.rotation.plan({ months: 12 }));
    await approveSet(desk, (await planSet(desk, plan.id)).id);
    desk.close();
    expect(desk.bugs).toEqual([]);

    const { page, expectAccessible, picture, answerDialogs } = await launch({ size });
    await page.getByRole("checkbox").first().check();
    await answerDialogs(join(folder, "w.quanheng"));
    await page.getByRole("button", { name: zh.welcome.openOther, exact: true }).click();
    // The window enters by itself, or offers to: whichever is first.
    const enter = button(zh.welcome.continue_, page);
    await expect
      .poll(
        async () => {
          if (await enter.isVisible()) await enter.click({ timeout: 1_000 }).catch(() => {});
          return page.url();
        },
        { timeout: 60_000 },
      )
      .toMatch(/#\/overview/);
    if (language === "en-US") await page.getByTitle(zh.frame.otherLanguage).click();
    const go = goOf(page);
    await sit(page, operatorNames.maker);

    // The plan that is carried out shows each of the three posts once, what is on record as the moves that it made.
    await go(`/rotation/timeline?plan=${plan.id}`);
    await expect(page.locator(".q-plan-bar").first()).toBeVisible();
    await expect(page.locator(".q-tenures-line[data-row]")).toHaveCount(3);
    await picture(`${language}-done-carried-out`);

    // The overview says what is late, and leads to it.
    await go("/overview");
    const note = page.locator("[data-note=handovers]");
    await expect(note).toContainText(/\d/);
    await picture(`${language}-done-overview`);
    await note.getByRole("link").click();
    await go("/rotation/handovers");
    const line = page.locator(".q-grid-line[data-openable]").filter({ hasText: "出纳岗" });
    await expect(line).toContainText(handovers.stuck["not-closed"]);
    await line.click();
    const panel = page.locator(".q-panel");
    await button(handovers.start, panel).click();
    await expect(panel).toContainText("C1");
    await panel.getByRole("group", { name: /C1/ }).getByRole("button").nth(1).click();
    await button(handovers.allDone, panel).click();
    await button(handovers.savePeople, panel).click();
    await expectAccessible();
    await picture(`${language}-done-running`);
    for (const role of ["giver", "taker", "witness"] as const) {
      const name = handovers.signOn(signatureRoleNames[role][language === "zh-CN" ? "zh" : "en"]);
      await button(name, panel).click();
      await expect(button(name, panel)).toHaveCount(0);
      // The button is gone; the keyboard goes on from the panel.
      await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain("q-panel");
    }
    // A special grant of the giver in the post's matter still stands in the way.
    await expect(button(handovers.close, panel)).toBeDisabled();
    await button(handovers.keepGrant, panel).click();
    await page.getByLabel(handovers.keepWhy).fill("继续承办支付申请");
    await button(handovers.keepGrant, page.locator(".ant-popover")).click();
    await expect(button(handovers.close, panel)).toBeEnabled();
    await expectAccessible();
    await picture(`${language}-done-signed`);
    await button(handovers.close, panel).click();
    await expect(page.locator(".q-toast").filter({ hasText: handovers.closedSaid })).toBeVisible();
    await button(handovers.print, panel).click();
    await expect(page.locator(".q-report")).toContainText("C1");
    await picture(`${language}-done-protocol`);

    await go("/rotation/handovers?view=follow-ups");
    await page.locator(".q-grid-line[data-openable]").first().click();
    await panel.getByRole("textbox", { name: handovers.resultWhy }).fill("未见异常");
    await picture(`${language}-done-follow-up`);
    await button(handovers.finish, panel).click();
    await expect(panel).toContainText("未见异常");
    await expectAccessible();
  });
}
