// Rules out to Excel and in again, read with their effect before they are taken; and the health of the rules, in the real window.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { expect, test } from "./harness.ts";

const label = { duties: "职责", held: "至多兼办几项" };

/** Lets one more duty be held (or writes what cannot be read), in the row of that rule, with another library; answers the duties of the rule. */
async function allowOneMore(from: string, to: string, id: string, spoilt?: string): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(from);
  const sheet = book.getWorksheet("同件分离");
  if (!sheet) throw new Error("no sheet 同件分离");
  const heads = (sheet.getRow(1).values as unknown[]).map(String);
  let duties: string[] = [];
  sheet.eachRow((row) => {
    if (row.getCell(1).text !== id) return;
    const cell = row.getCell(heads.indexOf(label.held));
    cell.value = spoilt ?? Number(cell.value) + 1;
    duties = [...row.getCell(heads.indexOf(label.duties)).text.matchAll(/（([^（）]+)）(?:、|$)/g)].map(
      ([, code]) => code ?? "",
    );
  });
  await book.xlsx.writeFile(to);
  return duties;
}

test("rules go out to Excel, come back read and accepted; planted contradictions stand in the check-up", async ({
  launch,
  folder,
}) => {
  const { page, openSample, answerDialogs, picture, expectAccessible } = await launch({
    size: { width: 1280, height: 800 },
  });
  await openSample();
  const go = (address: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, address);
  const heading = page.getByRole("heading", { level: 1 });
  const toast = (text: string | RegExp) => page.locator(".q-toast").filter({ hasText: text });
  const row = (text: string) => page.locator(".q-grid-line").filter({ hasText: text });
  const written = join(folder, "rules.xlsx");
  const edited = join(folder, "edited.xlsx");

  await go("/settings/rules?show=found");
  const found = row("同件分离").first();
  const id = /[A-Z]+-[\w.-]*\d/.exec(await found.innerText())?.[0] ?? "";
  expect(id).not.toBe("");
  await answerDialogs(written);
  await page.getByRole("button", { name: "导出规则" }).click();
  await expect(page.getByText(/已写好/).first()).toBeVisible();
  const duties = await allowOneMore(written, edited, id);
  expect(duties.length).toBeGreaterThan(1);

  const spoilt = join(folder, "spoilt.xlsx");
  await allowOneMore(written, spoilt, id, "两项");
  await answerDialogs(spoilt);
  await page.getByRole("button", { name: "导入规则包" }).click();
  await expect(heading).toContainText("“spoilt.xlsx”有 1 处要改");
  await expect(row("两项")).toContainText("整数");
  await expectAccessible();
  await picture("zh-rule-problems");

  await answerDialogs(edited);
  await page.getByRole("button", { name: "改好了，再选文件" }).click();
  await expect(heading).toContainText(/今日的冲突会多出 0 处、消失 [1-9]\d* 处.*改动 1 条/);
  await expect(row(id)).toContainText(`${label.held} 1 → 2`);
  await expectAccessible();
  await row(id).click();
  await expect(page.locator(".q-panel .q-fields")).toContainText(label.held);
  await expectAccessible();
  await picture("zh-rule-offer");
  await page.getByRole("button", { name: "接受所选 1 条" }).click();
  await expect(toast("已接受 1 条规则")).toBeVisible();
  await expect(heading).toContainText("完全一样");
  // By key: the toast with its button may be gone by the time that the comparison is made again.
  await page.keyboard.press("Control+z");
  await expect(heading).toContainText(/改动 1 条/);

  const own = (own: string, kind: string, parameters: object) => ({
    id: own,
    version: 1,
    kind,
    parameters,
    area: "cross",
    title: { zh: `自定 ${own}`, en: `Own ${own}` },
    plain: { zh: "本单位规定。", en: "The unit's own." },
    severity: "high",
    citation: { source: "本单位规定", mark: "unit", authority: "unit_rule" },
    scope: { areas: null, matters: null },
    effect: null,
    sameCheckAs: null,
    inForce: { from: null, until: null },
  });
  const planted = join(folder, "own.json");
  const rules = [
    own("OWN-901", "same-person", { duties }),
    own("OWN-902", "separate-duties", { duties, maxHeld: 1 }),
  ];
  writeFileSync(planted, JSON.stringify({ quanhengRules: 1, rules }));
  await answerDialogs(planted);
  await page.getByRole("button", { name: "回到规则" }).click();
  await page.getByRole("button", { name: "导入规则包" }).click();
  await expect(heading).toContainText(/新增 2 条/);
  await page.getByRole("button", { name: "接受所选 2 条" }).click();
  await expect(toast("已接受 2 条规则")).toBeVisible();

  await page.getByRole("button", { name: "规则体检" }).click();
  await expect(heading).toContainText(/\d+ 处互相矛盾/);
  const contradiction = row("OWN-901").filter({ hasText: "OWN-902" });
  await expect(contradiction).toContainText("无法同时做到");
  await contradiction.getByText("无法同时做到").click();
  await expect(page.locator(".q-panel")).toContainText("已证明没有更小的一组");
  await expectAccessible();
  await picture("zh-rule-health");
  await go("/settings/window");
  await page.getByRole("button", { name: "深色", exact: true }).click();
  await page.locator("fieldset").getByRole("button", { name: "English", exact: true }).click();
  await go("/settings/health?show=contradiction");
  await expect(heading).toContainText(/contradictions/);
  await expectAccessible();
  await picture("en-dark-rule-health");
  await go("/overview");
  await expect(page.getByText(/Rules contradict each other/)).toBeVisible();
  await expectAccessible();
  await picture("en-dark-overview-rule-trouble");
  await page.getByRole("link", { name: "See their health" }).click();
  await row("OWN-902")
    .filter({ hasText: "OWN-901" })
    .getByRole("link", { name: "Open rule OWN-901" })
    .click();
  await expect(page).toHaveURL(/#\/settings\/rules\?.*open=OWN-901/);

  await go("/settings/rules?compare=built-in");
  await expect(heading).toContainText("Packs of this program");
  await expectAccessible();
  await picture("en-dark-rule-packs");
});
