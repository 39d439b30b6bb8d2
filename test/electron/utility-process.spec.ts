// The other home of the data service: a utilityProcess of this runtime carries the same messages through the same code (with an echo in place of the database).
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { expect, test, testSwitches } from "./harness.ts";

const ROOT = join(import.meta.dirname, "../..");

test("a service in a utilityProcess is joined, granted, restarted and stopped like one in a Node child", async ({
  folder,
}) => {
  await build({
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: {
        input: {
          main: join(ROOT, "test/fixtures/utility-app/main.ts"),
          "echo-host": join(ROOT, "test/fixtures/echo-host/echo-host.ts"),
        },
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "[name].cjs" },
      },
    },
    ssr: { noExternal: ["zod"] },
  });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "utility-app", productName: "Utility app", version: "0.0.0", main: "main.cjs" }),
  );
  const executable = (await import("electron")).default as unknown as string;
  const { stdout, status } = spawnSync(
    executable,
    [...testSwitches(), `--user-data-dir=${folder}/data`, folder],
    {
      encoding: "utf8",
    },
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    echo: { day: "2026-03-05" },
    after: ["read /some/people.csv"],
    states: ["lost"],
    home: "utility-process",
  });
});
