// What is installed is what was tested: every direct package stands in package.json with one exact version, the one that is locked.
import { expect, test } from "vitest";
import packageFile from "../../../package.json" with { type: "json" };
import lockFile from "../../../package-lock.json" with { type: "json" };

test("every direct package has one exact version, the locked one", () => {
  const asked = Object.entries({ ...packageFile.dependencies, ...packageFile.devDependencies });
  const locked: Record<string, { version?: string }> = lockFile.packages;
  expect(asked.length).toBeGreaterThan(30);
  expect(asked.filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version)).toEqual([]);
});
