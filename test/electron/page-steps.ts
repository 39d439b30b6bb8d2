// What journeys do with a page, however its window was started.
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Console errors and uncaught exceptions of a page, as they come. */
export function gatherErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(`${error.name}: ${error.message}`));
  return errors;
}

/** The window's own mark that it is there; a busy machine may take long to read a new program from its disk. */
export async function awaitFirstPage(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 60_000 });
}

/** From the first page: accepts the notice and opens the sample unit; ends on the overview. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole("checkbox").first().check();
  await page
    .getByRole("button", { name: /打开示例单位|Open the sample/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#\/overview/, { timeout: 100_000 });
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/[1-9]/);
}

/** Writes `test-results/pictures/<name>.png` for a person to look at. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(import.meta.dirname, `../../test-results/pictures/${name}.png`) });
}

/** Fails on findings of axe that are serious or critical. */
export async function expectAccessible(page: Page): Promise<void> {
  // Electron cannot open the extra page that axe's default mode wants.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

/** By Enter, the marked choice of the drop-down that is open, once it is there and says these words: what is chosen from may still be on its way. */
export async function takeChoice(page: Page, words: string | RegExp = /\S/): Promise<void> {
  const marked = page.locator(
    ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active",
  );
  await expect(marked.filter({ hasText: words }).first()).toBeVisible();
  await page.keyboard.press("Enter");
}

/** By keyboard, what the palette finds first for these words, once it stands marked there. */
export async function takeFromPalette(page: Page, typed: string, found: string): Promise<void> {
  const palette = page.locator(".q-palette");
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(typed);
  await expect(palette.locator("[cmdk-item][aria-selected=true]")).toContainText(found);
  await page.keyboard.press("Enter");
  await expect(palette).toHaveCount(0);
}
