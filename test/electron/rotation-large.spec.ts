// Two thousand key posts on the timeline: only what is seen is drawn, whatever is scrolled, grouped or zoomed.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { addMonths } from "../../shared/domain/day.ts";
import { expect, test } from "./harness.ts";

const posts = 2_000;
const root = join(import.meta.dirname, "../..");
const code = (letter: string, n: number): string => `${letter}${String(n).padStart(5, "0")}`;

/** Departments of forty posts, a holder for each post, and some people to spare; terms begun in the last three years, so that all of them can be in time. */
function tables(month: string): Record<string, string[]> {
  const departments = ["机构编码,机构名称"];
  const lines = ["岗位编码,岗位名称,机构编码,层级,是否关键岗位,风险等级,编制数"];
  const people = ["工号,姓名,到职日期"];
  const assignments = ["工号,岗位编码,任职方式,起始日期"];
  for (let n = 0; n < posts / 40; n++) departments.push(`${code("D", n)},第${n + 1}处`);
  for (let n = 0; n < posts; n++) {
    lines.push(
      `${code("P", n)},${n + 1}号岗,${code("D", Math.floor(n / 40))},经办,是,${n % 3 === 0 ? "高" : "中"},1`,
    );
    assignments.push(`${code("S", n)},${code("P", n)},任职,${addMonths(month, -((n * 37) % 34))}`);
  }
  for (let n = 0; n < posts + 200; n++) people.push(`${code("S", n)},职员${n + 1},2015-01-01`);
  return { departments, posts: lines, people, assignments };
}

test("two thousand posts stay calm", async ({ launch, folder }) => {
  const workbook = join(folder, "large.quanheng");
  const run = (...words: string[]): void => {
    execFileSync(process.execPath, [join(root, "main/cli/run.ts"), ...words], { cwd: folder, stdio: "pipe" });
  };
  // Terms are counted back from the day of the test: what is due then must not depend on it.
  const month = `${new Date().toISOString().slice(0, 7)}-01`;
  run("init", "--workbook", workbook, "--unit", "大单位");
  for (const [kind, lines] of Object.entries(tables(month))) {
    const file = join(folder, `${kind}.csv`);
    writeFileSync(file, `${lines.join("\n")}\n`, "utf8");
    run("import", kind, file, "--workbook", workbook);
  }
  const { page, answerDialogs, picture } = await launch({ size: { width: 1920, height: 1080 } });
  await answerDialogs(workbook);
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "打开其他文件" }).click();
  await expect(page.getByText("大单位").first()).toBeVisible({ timeout: 60_000 });
  const go = (to: string): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, to);
  await go("/rotation");
  const grid = page.locator(".q-tenures-grid");
  const lines = page.locator(".q-tenures-line");
  await expect(grid).toHaveAttribute("aria-rowcount", /^20\d\d$/, { timeout: 60_000 });
  /** Lines and bars that are in the page, whatever there is. */
  const drawn = (): Promise<{ lines: number; bars: number; all: number }> =>
    page.evaluate(() => ({
      lines: document.querySelectorAll(".q-tenures-line").length,
      bars: document.querySelectorAll(".q-bar, .q-plan-bar").length,
      all: document.querySelectorAll(".q-tenures *").length,
    }));
  const expectCalm = async (): Promise<void> => {
    const { lines: n, bars, all } = await drawn();
    expect(n).toBeGreaterThan(10);
    expect(n).toBeLessThan(60);
    expect(bars).toBeLessThan(150);
    expect(all).toBeLessThan(2_500);
  };
  await expect(lines.first()).toBeVisible();
  await expectCalm();
  await picture("zh-rotation-large");

  await test.step("scrolled to the end and back, zoomed, grouped", async () => {
    await grid.focus();
    await page.keyboard.press("End");
    await expect(page.locator("[data-active]")).toBeInViewport();
    await expectCalm();
    await page.keyboard.press("Home");
    await page.getByRole("button", { name: "60 个月" }).click();
    await expectCalm();
    await page.getByRole("button", { name: "12 个月" }).click();
    await expectCalm();
    await page.getByRole("textbox", { name: "找岗位或人员" }).fill("1999号岗");
    await expect(page.locator("[data-row]")).toHaveCount(1);
    await page.getByRole("textbox", { name: "找岗位或人员" }).fill("");
  });

  await test.step("planned over three years", async () => {
    await page.getByRole("button", { name: "排方案" }).click();
    await page.getByRole("button", { name: "开始排" }).click();
    const planning = page.locator(".q-planning").filter({ hasText: "可行方案" });
    await expect
      .poll(async () => (await planning.count()) > 0 || page.url().includes("plan="), { timeout: 200_000 })
      .toBe(true);
    // The best so far is enough here; if the search ends first there is nothing left to stop.
    await page
      .getByRole("button", { name: "停，用现有最好的" })
      .click({ timeout: 5_000 })
      .catch(() => {});
    await expect(page).toHaveURL(/plan=/, { timeout: 200_000 });
    await page.keyboard.press("Escape");
    await expect(page.locator(".q-plan-bar").first()).toBeVisible({ timeout: 60_000 });
    await expectCalm();
    await picture("zh-rotation-large-plan");
    await page.getByRole("button", { name: "按人员" }).click();
    await expectCalm();
    await page.getByRole("button", { name: "按岗位" }).click();
    await page
      .locator(".q-plan-bar")
      .first()
      .click({ position: { x: 10, y: 8 } });
    await grid.focus();
    await page.keyboard.press("Shift+ArrowRight");
    await expect(page.locator(".q-hand-bar [role=status]")).toContainText(/校验通过|处不合/, {
      timeout: 60_000,
    });
    await expectCalm();
    await picture("zh-rotation-large-hand");
  });
});
