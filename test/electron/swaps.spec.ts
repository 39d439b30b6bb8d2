// Swaps across units in the real window: an offer out into a file, matched with another unit's, the answer taken in and decided.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./harness.ts";
import { takeChoice, takeFromPalette } from "./page-steps.ts";

test("an offer goes out, is matched and comes back as a proposal", async ({ launch, folder }) => {
  const { page, openSample, answerDialogs, expectAccessible, picture } = await launch({
    size: { width: 1280, height: 800 },
  });
  await openSample();
  const go = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, address);
  const panel = page.locator(".q-panel");
  const line = page.locator(".q-grid-line[data-openable]");
  await go("/rotation/swaps");
  await expect(page.getByText("还没有互换意向")).toBeVisible();
  await expectAccessible();
  await picture("swaps-empty");

  await page.getByRole("button", { name: "填写意向" }).click();
  await panel.getByRole("button", { name: "保存" }).click();
  await expect(panel.getByRole("alert").first()).toBeVisible();
  await panel.getByRole("combobox", { name: "在岗人员" }).focus();
  await page.keyboard.press("ArrowDown");
  await takeChoice(page);
  await panel.getByRole("combobox", { name: "岗位类别" }).focus();
  await page.keyboard.type("合同");
  await takeChoice(page, "合同");
  await picture("swaps-form");
  await panel.getByRole("button", { name: "保存" }).click();
  await expect(line).toHaveCount(1);

  const ours = join(folder, "ours.json");
  await answerDialogs(ours);
  await page.getByRole("button", { name: /^发出意向文件/ }).click();
  await expect(line.first()).toContainText("已发出");
  const file = JSON.parse(readFileSync(ours, "utf8"));
  const [offer] = file.offers;
  // Another unit's file, of a person and a post that suit each other.
  const theirs = join(folder, "theirs.json");
  writeFileSync(
    theirs,
    JSON.stringify({
      ...file,
      fileId: "a".repeat(32),
      label: "乙单位",
      offers: [
        {
          ...offer,
          offerId: "b".repeat(32),
          postNeeds: [],
          personLevel: offer.postLevel,
          personSkills: offer.postNeeds,
          accepts: [],
        },
      ],
    }),
  );
  await page.getByRole("button", { name: "匹配" }).click();
  await expect(page.getByText("选入各单位的意向文件").first()).toBeVisible();
  await expectAccessible();
  await answerDialogs(ours, theirs);
  await page.getByRole("button", { name: "选入文件" }).first().click();
  await expect(page.getByRole("cell", { name: "ours.json", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "选入文件" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2 条意向配上 2 条");
  await expectAccessible();
  await picture("swaps-match");
  const answer = join(folder, "answer.json");
  await answerDialogs(answer);
  await page
    .getByRole("row", { name: /ours\.json/ })
    .getByRole("button", { name: "保存答复" })
    .click();
  await expect(page.getByText("answer.json").first()).toBeVisible();

  await page.getByRole("button", { name: "本单位意向" }).click();
  await answerDialogs(answer);
  await page.getByRole("button", { name: "读入建议" }).click();
  await expect(line.first()).toContainText("有建议");
  await line.first().click();
  await expect(panel).toContainText("须由本单位核对");
  await expectAccessible();
  await picture("swaps-proposal");
  await panel.getByRole("button", { name: "接受", exact: true }).click();
  await expect(line.first()).toContainText("已接受");

  await takeFromPalette(page, "English", "English");
  await expect(panel.getByText("accepted").first()).toBeVisible();
  await takeFromPalette(page, "dark", "Switch to dark");
  await expectAccessible();
  await picture("swaps-en-dark");
});
