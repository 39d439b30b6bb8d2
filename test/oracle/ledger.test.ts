// The ledger and its day-by-day counterpart, each written from docs/rotation.md, say the same of every generated world.
import { expect, it } from "vitest";
import { addDays, addMonths, type Day } from "../../shared/domain/day.ts";
import type { ControlEvidence } from "../../shared/domain/rotation.ts";
import type { World } from "../../shared/domain/world.ts";
import { ledgerEntries } from "../../shared/rotation/concerns.ts";
import { chance, pick, type Source, seeded } from "../builders/source.ts";
import { worldFrom } from "../builders/world.ts";
import { type NaiveLine, naiveLedger } from "./ledger.ts";

const worlds = 400;

function ledger(world: World, evidence: readonly ControlEvidence[], today: Day): NaiveLine[] {
  return ledgerEntries(world, { evidence, leaves: [] }, today)
    .map((line) => ({
      person: line.term.personId,
      post: line.term.postId,
      start: line.term.from,
      left: line.leftOn,
      due: line.dueOn,
      state: line.state,
      daysLeft: line.daysLeft,
      exemption: line.exemption?.id ?? null,
      concerns: line.concerns.map(({ kind }) => kind).sort(),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Some exemptions are complete, some far too long, some with evidence for some quarters. */
function papered(source: Source, world: World): { world: World; evidence: ControlEvidence[] } {
  const exemptions = world.exemptions.map((one) => ({
    ...one,
    until: chance(source, 40)
      ? addDays(addMonths(one.from, pick(source, [7, 36, 37])), source.int(-1, 1))
      : one.until,
    docNo: chance(source, 80) ? "文1" : null,
    approver: chance(source, 80) ? "党组" : null,
    // Never past: that is asked of single cases.
    reviewOn: chance(source, 80) ? "9999-01-01" : null,
  }));
  const evidence = exemptions.flatMap(({ id, from }) =>
    [0, 1, 2].flatMap((nth): ControlEvidence[] => {
      const first = addMonths(from, nth * 3);
      if (chance(source, 40)) return [];
      const until = addMonths(first, 3);
      const said = { doneOn: until, doneBy: "甲", found: "无", docNo: null };
      return [{ id: `${id}.${nth}`, subjectId: id, from: first, until, ...said }];
    }),
  );
  return { world: { ...world, exemptions }, evidence };
}

it(`agrees on ${worlds} seeded worlds, and shows every state and concern among them`, () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= worlds; seed += 1) {
    const source = seeded(seed);
    const made = papered(source, worldFrom(source));
    const ends = made.world.assignments.flatMap(({ from, until }) => [from, until ?? from]);
    const today =
      ends.length === 0
        ? "2026-03-05"
        : addDays(pick(source, ends), pick(source, [-30, 0, 1, 60, 90, 91, 400]));
    const found = ledger(made.world, made.evidence, today);
    expect(found, `seed ${seed}`).toEqual(naiveLedger(made.world, made.evidence, today));
    for (const { state, concerns } of found) for (const word of [state, ...concerns]) seen.add(word);
  }
  for (const word of ["normal", "warning", "near", "overdue", "exempt", "rotated"])
    expect(seen).toContain(word);
  for (const word of ["no-limit", "back-too-soon", "evidence-missing", "exemption-lacks", "exemption-open"])
    expect(seen).toContain(word);
});
