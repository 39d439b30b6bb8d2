// Rotation in the real window: three years planned, moves shifted and judged, two locked, planned again, replanned after a resignation, plans compared; in both languages.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./harness.ts";

const languages = {
  zh: {
    other: null,
    entry: "轮岗",
    makePlan: "排方案",
    units: "用力上限",
    feasible: /可行方案/,
    stop: "停，用现有最好的",
    start: "开始排",
    valid: /每天每岗都有人/,
    passed: "通过",
    byHand: /手工改动 \d+ 处/,
    judged: /校验通过|\d+ 处不合/,
    dropped: "没有手工改动",
    locked: /锁定 2 项/,
    replanLocks: "按锁定重排",
    wishes: /2 项，都会照办/,
    replan: "突发改排",
    replanStart: "重排",
    against: /比所依方案：照旧 \d+/,
    people: "按人员",
    posts: "按岗位",
    compare: "对比",
    moves: "调动表",
    gone: "没有了",
    who: /谁来接任/,
    reason: "为什么这样排",
    keep: "另存为方案",
    kept: "已另存为方案",
    closePanel: "关闭",
    dark: "换成深色",
    light: "换成浅色",
    nothing: "没有符合条件的岗位或人员",
    find: "找岗位或人员",
    copy: "复制为表格",
    copied: /已复制 \d+ 行/,
    lockAction: "锁定",
  },
  en: {
    other: "En",
    entry: "Rotation",
    makePlan: "Make a plan",
    units: "Most effort",
    feasible: /valid plan/,
    stop: "Stop, take the best",
    start: "Start",
    valid: /every post is held every day/,
    passed: "passed",
    byHand: /\d+ edited by hand/,
    judged: /Valid:|\d+ breaches/,
    dropped: "No edits by hand",
    locked: /2 locked/,
    replanLocks: "Replan with locks",
    wishes: /2, all of them kept/,
    replan: "Something came up",
    replanStart: "Replan",
    against: /Base: \d+ kept/,
    people: "By person",
    posts: "By post",
    compare: "Compare",
    moves: "Moves",
    gone: "gone",
    who: /Who comes to/,
    reason: "Why so",
    keep: "Keep as a plan",
    kept: "Kept as plan",
    closePanel: "Close",
    dark: "Switch to dark",
    light: "Switch to light",
    nothing: "No post or person fits",
    find: "Find post or person",
    copy: "Copy as a table",
    copied: /\d+ rows copied/,
    lockAction: "Lock",
  },
} as const;

/** At the start of a bar, which is in sight: its middle may be years away, and scrolling there would lose the start. */
async function clickStart(page: Page, bar: Locator, button: "left" | "right" = "left"): Promise<void> {
  let last = "";
  let box = { x: 0, y: 0 };
  await expect
    .poll(async () => {
      const before = last;
      box = (await bar.boundingBox()) ?? box;
      last = JSON.stringify(box);
      return last === before;
    })
    .toBe(true);
  await page.mouse.click(box.x + 10, box.y + 8, { button });
}
const plannedTo = (page: Page): Promise<string | null> =>
  page.evaluate(() => new URLSearchParams(location.hash.split("?")[1]).get("plan"));

test.setTimeout(600_000);
for (const [language, words] of Object.entries(languages)) {
  test(`three years planned, edited by hand, locked, replanned (${language})`, async ({ launch }) => {
    const { page, openSample, picture, expectAccessible } = await launch({
      size: { width: 1280, height: 800 },
    });
    if (words.other) await page.getByRole("button", { name: words.other, exact: true }).click();
    await openSample();
    const heading = page.getByRole("heading", { level: 1 });
    const grid = page.locator(".q-tenures-grid");
    const bars = page.locator(".q-plan-bar");
    const panel = page.locator(".q-panel");
    const hand = page.locator(".q-hand-bar");
    const picked = page.locator('.q-plan-bar[aria-pressed="true"]').first();
    /** Once there is a valid plan the best so far will do; a search that ends by itself needs no stop. */
    const takeBest = async (before: string | null): Promise<void> => {
      const planning = page.locator(".q-planning").filter({ hasText: words.feasible });
      await expect
        .poll(async () => (await planning.count()) > 0 || (await plannedTo(page)) !== before, {
          timeout: 200_000,
        })
        .toBe(true);
      await page
        .getByRole("button", { name: words.stop })
        .click({ timeout: 5_000 })
        .catch(() => {});
      await expect.poll(() => plannedTo(page), { timeout: 100_000 }).not.toBe(before);
    };
    const press = async (key: string): Promise<void> => {
      await grid.focus();
      await page.keyboard.press(key);
    };

    await test.step("the rail leads to who sits where, before any plan", async () => {
      await page.getByRole("link", { name: words.entry }).first().click();
      await expect(page).toHaveURL(/#\/rotation/);
      await expect(page.locator('.q-bar i[data-state="overdue"]').first()).toBeVisible();
      await expect(bars).toHaveCount(0);
      await picture(`${language}-rotation-before`);
      await expectAccessible();
    });

    await test.step("three years are planned; the sentence says that every post is held", async () => {
      await page.getByRole("button", { name: words.makePlan }).click();
      await expect(panel.getByRole("spinbutton").first()).toHaveValue("36");
      await panel.locator("summary").click();
      await panel.getByLabel(words.units).fill("900000");
      await picture(`${language}-rotation-form`);
      await expectAccessible();
      await panel.getByRole("button", { name: words.start }).click();
      await expect(page).toHaveURL(/plan=/, { timeout: 200_000 });
      await expect(heading).toContainText(words.valid);
      await expect(page.locator(".q-figures")).toContainText(words.passed);
      await expect(page.locator(".q-month-strip button").first()).toBeVisible();
      await picture(`${language}-rotation-plan`);
      await expectAccessible();
      await page.keyboard.press("Escape");
      await expect(panel).toHaveCount(0);
      await picture(`${language}-rotation-timeline`);
    });
    const first = await plannedTo(page);

    await test.step("a move says why; its chain is lit", async () => {
      await clickStart(page, bars.first());
      await expect(panel).toContainText(words.reason);
      await expect(page.locator(".q-plan-bar[data-lit]").first()).toBeVisible();
      await picture(`${language}-rotation-move`);
      await expectAccessible();
    });

    await test.step("by keyboard it goes to another month, is judged at once, and comes back", async () => {
      const before = (await picked.textContent()) ?? "";
      await press("Shift+ArrowRight");
      await expect(picked).not.toHaveText(before);
      await expect(hand).toContainText(words.byHand);
      await expect(hand.locator('[role="status"]')).toContainText(words.judged);
      await expect(page.locator(".q-plan-bar[data-touched]").first()).toBeVisible();
      await picture(`${language}-rotation-shifted`);
      await expectAccessible();
      await press("Control+z");
      await expect(picked).toHaveText(before);
      await expect(hand).toContainText(words.dropped);
      await press("Control+Shift+z");
      await expect(picked).not.toHaveText(before);
      await press("Control+z");
    });

    await test.step("dragged, it snaps to change days and its chain follows", async () => {
      const before = (await picked.textContent()) ?? "";
      const box = (await picked.boundingBox())!;
      await page.mouse.move(box.x + 12, box.y + 8);
      await page.mouse.down();
      await page.mouse.move(box.x + 60, box.y + 8, { steps: 4 });
      await page.mouse.move(box.x + 110, box.y + 8, { steps: 4 });
      await expect(picked).not.toHaveText(before);
      await page.mouse.up();
      await expect(hand).toContainText(words.byHand);
      await press("Control+z");
      await expect(picked).toHaveText(before);
    });

    await test.step("somebody else is offered, best first, with what each would break", async () => {
      await press("s");
      const card = page.getByRole("dialog", { name: words.who });
      await expect(card.getByRole("option").first()).toBeVisible();
      await picture(`${language}-rotation-swap`);
      await expectAccessible();
      await page.keyboard.press("Enter");
      await expect(card).toHaveCount(0);
      await expect(hand).toContainText(words.byHand);
      await hand.getByRole("button", { name: words.keep }).click();
      await expect(page.locator(".q-toasts")).toContainText(words.kept);
      await expect.poll(() => plannedTo(page)).not.toBe(first);
      await page.evaluate((id) => {
        location.hash = `/rotation/timeline?plan=${id}`;
      }, first);
      await expect(hand).toHaveCount(0);
      await expect(page.locator(".q-figures")).not.toContainText(words.against);
    });

    await test.step("two moves are locked, by key and by menu", async () => {
      await clickStart(page, bars.first());
      await press("l");
      await expect(page.locator(".q-plan-bar[data-locked]").first()).toBeVisible();
      const other = page.locator(".q-plan-bar:not([data-locked])").nth(1);
      await clickStart(page, other, "right");
      await page.getByRole("menuitem", { name: words.lockAction }).first().click();
      await expect(hand).toContainText(words.locked);
      await picture(`${language}-rotation-locked`);
      await expectAccessible();
    });

    await test.step("planned again, both are kept", async () => {
      await hand.getByRole("button", { name: words.replanLocks }).click();
      await expect(panel).toContainText(words.wishes);
      await picture(`${language}-rotation-wishes`);
      await panel.getByRole("button", { name: words.start }).click();
      await takeBest(first);
      await expect(heading).toContainText(words.valid);
      await page.keyboard.press("Escape");
      await expect(page.locator(".q-plan-bar[data-locked]").nth(1)).toBeVisible();
      await picture(`${language}-rotation-kept`);
    });
    const second = await plannedTo(page);

    await test.step("after a resignation as little as can be is changed", async () => {
      const mover = page.locator(".q-plan-bar:not([data-locked])").first();
      await clickStart(page, mover);
      await page.getByRole("button", { name: words.replan }).first().click();
      await expect(panel.getByRole("button", { name: words.replanStart, exact: true })).toBeEnabled();
      await picture(`${language}-rotation-resigns`);
      await expectAccessible();
      await panel.getByRole("button", { name: words.replanStart, exact: true }).click();
      // Not stopped: what the first rolls keep of the announced plan may leave a matter without people.
      await expect.poll(() => plannedTo(page), { timeout: 150_000 }).not.toBe(second);
      await expect(heading).toContainText(words.valid);
      await expect(page.locator(".q-figures")).toContainText(words.against);
      await picture(`${language}-rotation-replanned`);
      await expectAccessible();
      await page.keyboard.press("Escape");
    });

    await test.step("the two plans stand beside each other", async () => {
      const tabs = page.locator(".q-tabs");
      await tabs.getByRole("button", { name: words.compare, exact: true }).click();
      await expect(page.locator(".q-plans-figures dd").first()).toContainText(/\S/);
      await expect(page.locator(".q-grid-line").first()).toBeVisible();
      await picture(`${language}-rotation-compare`);
      await expectAccessible();
      await tabs.getByRole("button", { name: words.moves, exact: true }).click();
      await expect(page.locator(".q-grid-line[data-openable]").first()).toBeVisible();
      await picture(`${language}-rotation-moves`);
      await expectAccessible();
    });

    await test.step("by person, in the dark, filtered to nothing, copied", async () => {
      await page.evaluate((id) => {
        location.hash = `/rotation/timeline?plan=${id}`;
      }, second);
      await page.getByRole("button", { name: words.people }).click();
      await expect(bars.first()).toBeVisible();
      await picture(`${language}-rotation-people`);
      await page.getByRole("button", { name: words.dark }).click();
      await picture(`${language}-rotation-dark`);
      await expectAccessible();
      await page.getByRole("button", { name: words.light }).click();
      await page.getByRole("button", { name: words.posts }).click();
      await page.getByRole("button", { name: words.copy }).click();
      await expect(page.locator(".q-toasts")).toContainText(words.copied);
      await page.getByRole("textbox", { name: words.find }).fill("???");
      await expect(page.locator(".q-empty")).toContainText(words.nothing);
    });
  });
}
