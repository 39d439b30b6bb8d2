// The gate over a stored workbook, by index and columns, says what the definition says over the whole world read from it.
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultSample, generateUnit } from "../../db/demo/generate.ts";
import { gateRows } from "../../db/queries/gate-rows.ts";
import { loadActs, loadCases } from "../../db/queries/segments.ts";
import { idReader } from "../../db/queries/versions.ts";
import { plainFactsOf, worldOf } from "../../db/queries/world.ts";
import { factNumbers } from "../../db/service/fast-log.ts";
import { storedLog } from "../../db/service/gate/stored-log.ts";
import type { Approval } from "../../shared/domain/approval.ts";
import { dayNumber, dayOf } from "../../shared/domain/day.ts";
import { indexPlain } from "../../shared/rules/facts.ts";
import { readyGate, verdictOf } from "../../shared/rules/gate/ready-gate.ts";
import { gate, isLead } from "../../shared/rules/gate.ts";
import { starterRules } from "../../shared/rules/packs/packs.ts";
import { bulkGate } from "../bench/bulk-gate.ts";
import { storeWorld } from "../bench/check-store.ts";
import { sampleWorld } from "../builders/sample-world.ts";
import { pick, seeded } from "../builders/source.ts";
import { tempFolder } from "../fixtures/temp-folder.ts";

const made = generateUnit({ ...defaultSample, size: "small" });
const today = defaultSample.endsOn;

function stored() {
  const store = storeWorld(sampleWorld(made), join(tempFolder(), "w.quanheng"));
  const { db } = store;
  const rows = gateRows(db, idReader(db));
  const plain = indexPlain(plainFactsOf(db), today);
  return { store, db, rows, plain, world: worldOf(db), log: storedLog(db, rows, { keeps: true }) };
}
/** Somebody of the unit on some step of some case, the moment after its last act, or a month later. */
function draftsFor(world: ReturnType<typeof stored>["world"], count: number): Approval[] {
  const source = seeded(7);
  return Array.from({ length: count }, () => {
    const like = pick(source, world.approvals);
    const own = world.approvals.filter(({ caseId }) => caseId === like.caseId);
    const last = Math.max(...own.map(({ happenedAt }) => happenedAt));
    return {
      ...like,
      id: "draft",
      naturalKey: "~draft",
      personId: pick(source, [...own, pick(source, world.approvals)]).personId,
      action: pick(source, ["approve", "execute", "submit", "reject"] as const),
      happenedAt: last + pick(source, [60_000, 86_400_000, 30 * 86_400_000]),
      recordedAt: null,
      postId: null,
    };
  });
}

test("by index and columns as over the whole world", () => {
  const { store, plain, world, log } = stored();
  const ready = readyGate(plain, starterRules);
  const zone = world.settings.timeZone;
  const verdicts = new Set<string>();
  for (const draft of draftsFor(world, 60)) {
    const of = world.cases.find(({ id }) => id === draft.caseId);
    if (!of) continue;
    const scene = ready.open(log, { of, isNew: false, today, day: dayOf(draft.happenedAt, zone) });
    const { verdict, reasons } = scene.answer(draft);
    const whole = gate(
      world,
      starterRules.filter((rule) => !isLead(rule)),
      today,
      draft,
    );
    expect({ verdict, reasons: reasons.map(({ finding, effect }) => ({ finding, effect })) }).toEqual(whole);
    verdicts.add(verdict);
  }
  // Otherwise the comparison would say nothing.
  expect([...verdicts].sort()).toEqual(["allowed", "refused"]);
  store.close();
}, 120_000);

test("in bulk as by the folds, on the two questions that it asks", () => {
  const { store, db, rows, plain, world, log } = stored();
  const subset = starterRules.filter(({ kind }) => kind === "within-authority" || kind === "separate-duties");
  const ready = readyGate(plain, subset);
  const { numberOf, largest } = factNumbers(db, plain.facts);
  const options = { keeps: false };
  const bulk = bulkGate(plain, subset, numberOf, largest, {
    acts: loadActs(db, options).packed,
    cases: loadCases(db, options).packed,
  });
  const zone = world.settings.timeZone;
  const told = new Set<boolean>();
  for (const drawn of draftsFor(world, 1_500)) {
    const draft = { ...drawn, onBehalfOfId: null, docNo: "-" };
    const of = world.cases.find(({ id }) => id === draft.caseId);
    if (!of || draft.personId === null) continue;
    const day = dayOf(draft.happenedAt, zone);
    const scene = ready.open(log, { of, isNew: false, today, day });
    const amount = draft.amount ?? of.amount ?? Number.NaN;
    const [person, step] = [rows.keyOf(draft.personId) ?? 0, rows.keyOf(draft.stepId) ?? 0];
    const isAllowed = bulk.allows(person, step, rows.keyOf(of.id) ?? 0, dayNumber(day), amount, true);
    expect(isAllowed, JSON.stringify(draft)).toBe(verdictOf(scene.reasonsOf(draft)) === "allowed");
    told.add(isAllowed);
  }
  expect(told.size).toBe(2);
  store.close();
}, 120_000);
