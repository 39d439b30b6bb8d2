// Two programs on one workbook: the second may look, is told why it may not write, and writes nothing.
import { expect, test } from "./harness.ts";

test("a second program opens the same workbook to view only, and says so", async ({ launch, folder }) => {
  const path = `${folder}/共用.quanheng`;
  const first = await launch();
  await first.answerDialogs(path);
  await first.page.getByRole("checkbox").first().check();
  await first.page.getByRole("textbox", { name: "单位名称" }).fill("青岚县财政局");
  await first.page.getByRole("button", { name: "建立" }).click();
  await expect(first.page.locator(".q-book-state")).toHaveAttribute("data-state", /saved|attention/);

  const second = await launch();
  await second.answerDialogs(path);
  await second.page.getByRole("checkbox").first().check();
  await second.page.getByRole("button", { name: "打开其他文件" }).click();
  const state = second.page.locator(".q-book-state");
  await expect(state).toHaveAttribute("data-state", "readOnly");
  await expect(state).toHaveAttribute("title", /正由另一个窗口或程序编辑/);
  await expect(second.page.locator(".q-status")).toContainText("关闭那一处后重新打开即可编辑");
  await second.page.evaluate(() => {
    location.hash = "/organisation/people";
  });
  await expect(second.page.getByRole("button", { name: "新增人员" })).toBeDisabled();
  await second.expectAccessible();
  await second.picture("read-only");
});
