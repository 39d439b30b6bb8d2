// The first page of a fresh computer: its two ways in, and the sample unit opened in the real window.
import { expect, test } from "./harness.ts";

test("the first page offers the sample unit and one's own, and the sample opens on what was found in it", async ({
  launch,
}) => {
  const { page, openSample, picture, expectAccessible } = await launch();
  await expect(page.getByRole("button", { name: "打开示例单位" })).toBeVisible();
  await expect(page.getByRole("button", { name: "建立" })).toBeVisible();
  await expectAccessible();
  await openSample();
  await picture("first-run-sample");
  await expectAccessible();
});
