// Measures one decision of the gate over a stored log, beside one durable commit of the same store and beside peers.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { starterRules } from "../../shared/rules/packs/packs.ts";
import { storeWorld } from "./check-store.ts";
import { benchWorld } from "./check-world.ts";
import { againstGatePeers } from "./gate-bulk.ts";
import { askedOf, commitTimes, decisionTimes, gateOver, partTimes } from "./gate-decisions.ts";

/** `[--rows N] [--asks N] [--seed N] [--peer-asks N] [--no-peers] [--json]` */
export async function benchGate(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: "string", default: "1000000" },
      asks: { type: "string", default: "20000" },
      seed: { type: "string" },
      "peer-asks": { type: "string", default: "5000" },
      "no-peers": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const rows = Number(values.rows);
  const say = (words: string): void => void process.stderr.write(`${words}\n`);
  const folder = mkdtempSync(join(tmpdir(), "quanheng-bench-"));
  try {
    const made = benchWorld(rows, values.seed === undefined ? undefined : Number(values.seed));
    const store = storeWorld(made.world, join(folder, "bench.quanheng"));
    say(`${made.units} units, ${rows} approvals stored`);
    const { today } = made;
    made.world.approvals.length = 0;
    const gate = gateOver(store, starterRules, today);
    say(`made ready in ${Math.round(gate.readyMs)} ms`);
    const asked = askedOf(store, Number(values.asks));
    const times = decisionTimes(gate, asked);
    say(JSON.stringify(times));
    const parts = partTimes(gate, asked.slice(0, 400));
    say(JSON.stringify(parts));
    const peers = values["no-peers"]
      ? {}
      : await againstGatePeers(store, starterRules, gate, asked, Number(values["peer-asks"]));
    say(JSON.stringify(peers));
    const commit = commitTimes(store, 1_000);
    const ratio = Math.round((times.verdictP99Us / commit.commitP50Us) * 100) / 100;
    store.close();
    const answer = {
      rows,
      rules: gate.ready.rules.length,
      readyMs: Math.round(gate.readyMs),
      ...times,
      ...commit,
      verdictP99ToCommitP50: ratio,
      ...parts,
      ...peers,
    };
    if (values.json) process.stdout.write(`${JSON.stringify(answer)}\n`);
    else for (const [key, value] of Object.entries(answer)) process.stdout.write(`${key}: ${value}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
