// Any event log through the wizard: columns are named, activities become duties, pairs show both and in conflict at once.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "./harness.ts";
import { takeChoice } from "./page-steps.ts";

// Case 1: one person did both; case 2: two people; case 3: only one of the two duties.
const log = `case_id,activity,resource,start_time
1,Create order,Ann,2026-01-05T09:00:00+08:00
1,Approve order,Ann,2026-01-06T09:00:00+08:00
2,Create order,Ann,2026-01-07T09:00:00+08:00
2,Approve order,Ben,2026-01-08T09:00:00+08:00
3,Create order,Cid,2026-01-09T09:00:00+08:00
`;

const traces = new Map<string, string>();
for (const line of log.trim().split("\n").slice(1)) {
  const [name = "", activity, resource, time] = line.split(",");
  const event = `<event><string key="concept:name" value="${activity}"/><string key="org:resource" value="${resource}"/><date key="time:timestamp" value="${time}"/></event>`;
  traces.set(name, (traces.get(name) ?? "") + event);
}
const xes = `<?xml version="1.0"?>\n<log>${[...traces]
  .map(([name, events]) => `<trace><string key="concept:name" value="${name}"/>${events}</trace>`)
  .join("\n")}</log>`;

for (const [name, content] of [
  ["log.csv", log],
  ["log.xes.gz", gzipSync(xes)],
] as const)
  test(`${name} comes in, and a pair of duties tells cases with both and by one person`, async ({
    launch,
    folder,
  }) => {
    const { page, answerDialogs, picture, expectAccessible } = await launch();
    await page.getByRole("button", { name: "En", exact: true }).click();
    await page.getByRole("checkbox").first().check();
    await answerDialogs(join(folder, "own.quanheng"));
    await page.getByLabel("Unit name").fill("Log unit");
    await page.getByRole("button", { name: "Create" }).click();
    await expect(page).toHaveURL(/#\/overview/);

    const file = join(folder, name);
    writeFileSync(file, content);
    await answerDialogs(file);
    await page.getByRole("button", { name: "Bring in a file" }).click();
    await page.getByRole("button", { name: "Choose a file" }).click();
    await page.locator(".q-head-actions").getByRole("button", { name: "Bring in as a log" }).click();
    await picture(`${name}-mapping`);
    await expectAccessible();
    await page.getByRole("button", { name: "Name the duties" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("2 activities in 5 rows");
    await page.getByRole("button", { name: "Judge 5 rows" }).click();
    await page.getByRole("button", { name: /^Bring in \d+ rows$/ }).click();

    const choose = async (label: string, duty: string): Promise<void> => {
      await page.getByRole("combobox", { name: label }).fill(duty);
      await takeChoice(page, duty);
    };
    await choose("First duty", "Create order");
    await choose("Second duty", "Approve order");
    await page.getByRole("button", { name: "Save as own rules" }).click();
    const row = page.getByRole("row", { name: /Create order × Approve order/ });
    await expect(row.getByRole("cell").nth(0)).toHaveText("2");
    await expect(row.getByRole("cell").nth(1)).toHaveText("1");
    await picture(`${name}-pairs`);
    await expectAccessible();
  });
