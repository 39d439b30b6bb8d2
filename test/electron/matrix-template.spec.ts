// From a template to a matter in the real window: by keyboard, with the ladder asked, the check seen, saved as one change, undone.
import { expect, test } from "./harness.ts";
import { takeChoice } from "./page-steps.ts";

const languages = {
  zh: {
    other: null,
    more: "更多",
    open: "按模板新建",
    template: /政府采购项目/,
    next: "下一步",
    name: "机关零星采购",
    rung: (n: number, what: string) => `第 ${n} 档 ${what}`,
    post: "审批岗位",
    upTo: "不超过",
    unlimited: "不限",
    over: "超过",
    gap: /超过 5 万元、不超过 8 万元无人可批/,
    sound: "每个金额恰有一个层级可批。",
    save: "保存事项",
    saved: /按模板新建事项：机关零星采购（\d+ 处改动，一次写入）/,
    finding: /机关零星采购 21 个环节/,
    posts: ["采购管理科", "分管", "· 局长"],
  },
  en: {
    other: "En",
    more: "More",
    open: "From a template",
    template: /Government procurement project/,
    next: "Next",
    name: "Small purchases",
    rung: (n: number, what: string) => `Tier ${n} ${what}`,
    post: "Post",
    upTo: "Up to",
    unlimited: "any",
    over: "Above",
    gap: /nobody may approve amounts above CNY 50,000.*up to .*80,000/,
    sound: "Exactly one level decides every amount.",
    save: "Save matter",
    saved: /New matter from a template: Small purchases \(\d+ edits, one change\)/,
    finding: /Small purchases: 21 steps/,
    posts: ["采购管理科", "分管", "· 局长"],
  },
} as const;

for (const [language, words] of Object.entries(languages)) {
  test(`a procurement matter from a template, with its ladder (${language})`, async ({ launch }) => {
    const { page, openSample, picture, expectAccessible } = await launch({
      size: { width: 1280, height: 800 },
    });
    if (words.other) await page.getByRole("button", { name: words.other, exact: true }).click();
    await openSample();
    await page.evaluate(() => {
      location.hash = "/matrix";
    });
    await page.getByRole("button", { name: words.more, exact: true }).click();
    await page.getByRole("menuitem", { name: words.open }).click();
    await expect(page.locator(".q-templates li")).toHaveCount(6);
    await picture(`${language}-template-choose`);
    await expectAccessible();
    await page.getByRole("button", { name: words.template }).focus();
    await page.keyboard.press("Enter");

    const next = page.getByRole("button", { name: words.next, exact: true });
    await expect(next).toBeDisabled();
    await expect(page.locator("#matter-name")).toBeFocused();
    await page.keyboard.type(words.name);
    await expect(next).toBeEnabled();
    await expect(page.locator(".q-seats em").first()).toBeVisible();
    await picture(`${language}-template-posts`);
    await expectAccessible();
    await next.click();

    const label = (n: number, what: string) => page.getByLabel(words.rung(n, what), { exact: true });
    await expect(next).toBeDisabled();
    for (const [nth, post] of words.posts.entries()) {
      await label(nth + 1, words.post).fill(post);
      await takeChoice(page, post);
    }
    await label(1, words.upTo).fill("5万");
    await label(2, words.over).fill("8万");
    await label(2, words.upTo).fill("20万");
    await label(3, words.unlimited).check();
    await expect(page.locator(".q-ladder-notes")).toContainText(words.gap);
    await picture(`${language}-template-ladder`);
    await expectAccessible();
    await label(2, words.over).fill("");
    await expect(page.locator(".q-ladder-notes")).toContainText(words.sound);
    await next.click();

    await expect(page.locator("[data-preview]")).toBeVisible();
    await picture(`${language}-template-preview`);
    await expectAccessible();
    await page.getByRole("button", { name: words.save }).click();
    await expect(page.locator(".q-toast").filter({ hasText: words.saved })).toBeVisible();
    await expect(page.locator(".q-finding")).toContainText(words.finding);
    await picture(`${language}-template-made`);
    await page.keyboard.press("Control+z");
    await expect(page.locator(".q-finding")).not.toContainText(words.finding);
  });
}
