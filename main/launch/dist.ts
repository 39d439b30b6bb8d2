// `npm run dist -- [--linux dir …] [--built]`: packages the app by electron-builder with the runtime at hand.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "./build.ts";
import { runNode } from "./command.ts";
import { findRuntime } from "./find-runtime.ts";
import { isOnlyForTrials, packageConfig } from "./package-config.ts";
import { ROOT, RUNTIME } from "./places.ts";
import { say } from "./say.ts";

const WARNING = `Not for distribution: this package was made on a closed network with a runtime carried by npm.
For a package to hand out, run the same command where the official Electron can be downloaded.
不得分发:本安装包是在封闭网络中用 npm 携带的运行时打出的。如需正式安装包,请在能下载官方 Electron 的机器上运行同一命令。
`;
const SYSTEMS: Readonly<Record<string, NodeJS.Platform>> = {
  "--linux": "linux",
  "-l": "linux",
  "--win": "win32",
  "-w": "win32",
  "--mac": "darwin",
  "-m": "darwin",
};

async function packageApp(words: readonly string[]): Promise<number> {
  const runtime = await findRuntime();
  if (!words.includes("--built")) {
    say("building …");
    await buildApp(runtime);
  }
  mkdirSync(RUNTIME, { recursive: true });
  const warning = join(RUNTIME, "not-for-distribution.txt");
  writeFileSync(warning, WARNING);
  const systems = words.flatMap((word) => SYSTEMS[word] ?? []);
  const config = packageConfig({
    runtime,
    isForThisSystem: systems.every((system) => system === process.platform),
    node: process.execPath,
    warning,
  });
  const file = join(RUNTIME, "electron-builder.json");
  writeFileSync(file, JSON.stringify(config, null, 2));
  if (isOnlyForTrials(runtime))
    say("this package will not be for distribution: its runtime is a carried or old one");
  const passed = words.filter((word) => word !== "--built");
  return runNode(
    [join(ROOT, "node_modules/electron-builder/cli.js"), "--config", file, "--publish", "never", ...passed],
    {
      stdout: "stderr",
    },
  );
}

try {
  process.exitCode = await packageApp(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}
