// A package is hardened and clean where the runtime allows it, and says so plainly where it may not be handed out.
import { expect, test } from "vitest";
import { type PackageChoice, packageConfig } from "../../../main/launch/package-config.ts";

const official: PackageChoice = {
  runtime: { source: "official", folder: "/electron", executable: "/electron/electron", version: "45.4.1" },
  isForThisSystem: true,
  node: "/node/bin/node",
  warning: "/warning.txt",
};
const carried: PackageChoice = {
  ...official,
  runtime: { ...official.runtime, source: "carried", version: "33.2.1" },
};

test("the official runtime is packed as it is, with the project's own fuses", () => {
  expect(packageConfig(official)).toEqual({
    extends: expect.stringContaining("electron-builder.yml"),
    electronDist: "/electron",
    electronVersion: "45.4.1",
  });
});

test("a runtime that cannot hold the database driver brings Node along and a label", () => {
  expect(packageConfig(carried)).toMatchObject({
    artifactName: expect.stringContaining("NOT-FOR-DISTRIBUTION"),
    extraFiles: [{ from: "/warning.txt", to: "NOT-FOR-DISTRIBUTION.txt" }],
    extraResources: [{ from: "/node/bin/node", to: "node" }],
    asarUnpack: expect.arrayContaining(["out/main/**"]),
  });
});

test("a package for another system takes that system's own runtime", () => {
  expect(packageConfig({ ...official, isForThisSystem: false })).not.toHaveProperty("electronDist");
});
